import { composeStory, type Meta, type StoryObj } from '@storybook/react-vite';
import { lazy, Suspense, useMemo } from 'react';
import type { LiveStory } from '../../.storybook/reference.js';

interface StoryFile {
  readonly default: Meta;
  readonly [exportName: string]: Meta | StoryObj;
}

const files = import.meta.glob<StoryFile>(['../**/*.stories.tsx', '!./*.stories.tsx']);

async function loadStory({ file, exportName }: LiveStory, initialGlobals: object) {
  const load = files[`../${file}`];
  const module = load && (await load());
  const story = module?.[exportName];
  if (!module || !story) throw new Error(`There is no story ${exportName} in ${file}.`);
  return { default: composeStory(story, module.default, { initialGlobals: { ...initialGlobals } }) };
}

interface LiveProps {
  story: LiveStory;
  name: string;
  /** What is chosen in the toolbar. */
  globals: object;
}

/** A story at work within another page. */
export function Live({ story, name, globals }: LiveProps) {
  const { file, exportName } = story;
  const Story = useMemo(() => lazy(() => loadStory({ file, exportName }, globals)), [file, exportName, globals]);
  return (
    <section className="reference-live" aria-label={`${name} at work`}>
      <Suspense fallback={<p>Loading…</p>}>
        <Story />
      </Suspense>
    </section>
  );
}
