import { createDocument, createSpeech } from 'react-readalong';
import { theLamplighter } from '../the-lamplighter.js';
import { createTonesRelay } from '../tones-relay.js';

/** A text of any length is cut at sentences, and its price is known before it is paid. */
export default async function readABook() {
  const { relay, bought } = createTonesRelay();
  const document = createDocument({ ahead: 60, budget: { characters: 10_000 } });
  const speech = createSpeech({ text: theLamplighter.text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' }, { relay, document });
  const before = speech.getSnapshot();
  await speech.fetchAll();
  const after = speech.getSnapshot();
  speech.dispose();
  return {
    before: { toCome: before.toCome, guessed: Math.round(before.duration ?? 0) },
    after: { spent: after.spent, measured: Math.round(after.duration ?? 0), parts: bought.length },
  };
}
