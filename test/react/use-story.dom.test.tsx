import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import { useStory } from '../../src/react/transcript/useStory.js';

it('is the same story while a text grows, and another one when what has come is taken back', () => {
  const root = createRoot(document.createElement('div'));
  let story: object | undefined;
  function Page({ text }: { text: string }) {
    story = useStory(text, () => ({}));
    return null;
  }
  const storyOf = (text: string) => {
    flushSync(() => root.render(<Page text={text} />));
    return story;
  };
  const first = storyOf('One');
  expect(storyOf('One two')).toBe(first);
  expect(storyOf('One two')).toBe(first);
  const second = storyOf('One three');
  expect(second).not.toBe(first);
  expect(storyOf('One three four')).toBe(second);
  expect(storyOf('One')).not.toBe(second);
  root.unmount();
});
