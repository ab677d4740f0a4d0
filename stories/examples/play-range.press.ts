import { createSpeech, playRange } from 'react-readalong';
import recording from '../react/recording.json' with { type: 'json' };

/** One word is heard, and no more. */
export default async function playOneWord() {
  const speech = createSpeech({ recording });
  await speech.fetchAll();
  const [, second] = speech.getSnapshot().timeline.words;
  if (!second) return 'There is no second word.';
  playRange(speech, second);
  await new Promise<void>((resolve) => {
    const leave = speech.subscribe(() => {
      if (speech.getSnapshot().status !== 'paused') return;
      leave();
      resolve();
    });
  });
  const stopped = speech.currentTime();
  speech.dispose();
  return `“${second.text.trim()}” ends at ${second.endTime} s; it stopped at ${stopped.toFixed(3)} s.`;
}
