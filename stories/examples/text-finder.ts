import { createSpeech, createTextFinder } from 'react-readalong';
import { theLamplighter } from '../the-lamplighter.js';
import { createTonesRelay } from '../tones-relay.js';

/** Hits are marked in every transcript of the speech, and stepped through. Nothing is bought for it. */
export default function find() {
  const speech = createSpeech({ text: theLamplighter.text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' }, createTonesRelay());
  const finder = createTextFinder(speech);
  const stop = finder.start();
  finder.search('lamp');
  finder.step(1);
  const { hits, current } = finder.getSnapshot();
  const { start = 0 } = hits[current] ?? {};
  stop();
  return `${current + 1} of ${hits.length}: …${theLamplighter.text.slice(start, start + 40)}…`;
}
