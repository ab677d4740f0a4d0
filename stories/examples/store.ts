import { createIndexedDbShelf, createSpeech, createSpeechStore } from 'react-readalong';
import { createTonesRelay } from '../tones-relay.js';

/** Two speeches of one text: bought once. So it is tomorrow, and in another tab. */
export default async function shareASpeech() {
  const { relay, bought } = createTonesRelay();
  const store = createSpeechStore({ keep: createIndexedDbShelf({ name: 'example-of-a-shelf', maxBytes: 5e6 }) });
  const source = { text: 'Said once, heard often.', voiceId: 'JBFqnCBsd6RMkjVDRZzb' };
  const speeches = [createSpeech(source, { relay, store }), createSpeech(source, { relay, store })];
  await Promise.all(speeches.map((speech) => speech.fetchAll()));
  const durations = speeches.map((speech) => speech.getSnapshot().duration?.toFixed(2));
  for (const speech of speeches) speech.dispose();
  return { boughtNow: bought.length, durations };
}
