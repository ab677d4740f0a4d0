import { createSpeech, runCommand, skip } from 'react-readalong';
import recording from '../react/recording.json' with { type: 'json' };

/** A speech without React: it knows its words, and is moved by them. */
export default async function speech() {
  const speech = createSpeech({ recording });
  await speech.fetchAll();
  const { timeline, duration, toCome } = speech.getSnapshot();
  const places: string[] = [];
  const note = () => places.push(timeline.text.slice(speech.currentOffset()).split(' ', 1).join());
  speech.seekToOffset(0);
  note();
  skip(speech, { words: 2 });
  note();
  runCommand(speech, 'previousWord');
  note();
  speech.dispose();
  return { duration, creditsToCome: toCome.credits, places };
}
