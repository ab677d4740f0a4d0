import { createTimeline } from 'react-readalong';
import recording from '../react/recording.json' with { type: 'json' };

/** When each word sounds, and which word sounds at a time. */
export default function timeline() {
  const { words, wordIndexAt, duration, quality } = createTimeline(recording.alignment);
  const table = words.map(({ text, startTime, endTime }) => `${startTime} to ${endTime}: ${text}`);
  return [...table, `At 1 s: ${words[wordIndexAt(1)]?.text}. It takes ${duration} s. ${quality.level}`].join('\n');
}
