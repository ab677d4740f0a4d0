import { createSleepTimer, createSpeech } from 'react-readalong';
import recording from '../react/recording.json' with { type: 'json' };

/** It falls silent by itself, in a quarter of an hour or behind this sentence. */
export default function sleep() {
  const speech = createSpeech({ recording });
  const timer = createSleepTimer(speech, { fadeSeconds: 5 });
  timer.start({ minutes: 15 });
  const { state } = timer.getSnapshot();
  const left = Math.round(timer.remaining() ?? 0);
  timer.cancel();
  const after = timer.getSnapshot().state;
  timer.dispose();
  speech.dispose();
  return { state, left, after };
}
