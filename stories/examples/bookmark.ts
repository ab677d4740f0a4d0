import { bindBookmark, createSpeech } from 'react-readalong';
import recording from '../react/recording.json' with { type: 'json' };

/** A second reader begins where the first one stopped. */
export default async function comeBack() {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  };
  const first = createSpeech({ recording });
  const leave = bindBookmark(first, { name: 'story', storage });
  await first.fetchAll();
  first.seekToOffset(15);
  leave();
  first.dispose();

  const second = createSpeech({ recording });
  const stop = bindBookmark(second, { name: 'story', storage });
  await second.fetchAll();
  const offset = second.currentOffset();
  stop();
  second.dispose();
  return { kept: [...kept.values()], offset };
}
