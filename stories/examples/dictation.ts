import { createDictation, createSpeech, revealedAt } from 'react-readalong';
import recording from '../react/recording.json' with { type: 'json' };

/** What a learner may see: nothing at first, then word by word. */
export default async function dictate() {
  const speech = createSpeech({ recording });
  await speech.fetchAll();
  const { text, spans } = speech.getSnapshot().timeline;
  const dictation = createDictation(speech);
  dictation.start();
  const first = text.slice(0, dictation.revealedUntil());
  dictation.hint();
  const hinted = text.slice(0, dictation.revealedUntil());
  dictation.dispose();
  speech.dispose();
  return { first, hinted, whenTheTenthCharacterIsHeard: text.slice(0, revealedAt(spans, 10, { when: 'begun' })) };
}
