import type { ReadStories } from './read-stories.js';
import type { LiveStory, ReferenceEntry, ReferenceStory } from './reference.js';

type Named = Pick<ReferenceEntry, 'name' | 'kind'>;

/** How near a file of stories is to a name: the file that is named for it first, a recipe last. */
function distance({ name }: Named, { about, shown, file }: ReadStories): number {
  if (about === name) return 0;
  if (about === name.replace(/^use/, '')) return 1;
  if (shown.has(name)) return 2;
  return file.startsWith('recipes/') ? 4 : 3;
}

const canBeSeen = ({ kind }: Named): boolean => kind === 'component' || kind === 'hook';

function nearest(entry: Named, files: readonly ReadStories[]): ReadStories[] {
  const uses = ({ stories }: ReadStories): boolean => stories.some((story) => story.uses.has(entry.name));
  return files.filter(uses).toSorted((a, b) => distance(entry, a) - distance(entry, b));
}

/** The story in which a component or a hook is seen at work: in the nearest file the first that uses it. */
export function liveStory(entry: Named, files: readonly ReadStories[]): LiveStory | null {
  const [first] = canBeSeen(entry) ? nearest(entry, files) : [];
  const story = first?.stories.find(({ uses }) => uses.has(entry.name));
  return first && story ? { file: first.file, exportName: story.exportName } : null;
}

/** The pages about a component or a hook; where there is none, those that use it. */
export function storyPages(entry: Named, files: readonly ReadStories[]): ReferenceStory[] {
  const found = canBeSeen(entry) ? nearest(entry, files) : [];
  const own = found.filter((file) => distance(entry, file) < 3);
  return (own.length > 0 ? own : found).map(({ title }) => ({
    title,
    id: `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}--docs`,
  }));
}
