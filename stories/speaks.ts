import type { StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';

type Play = NonNullable<StoryObj['play']>;

/** A story's script, for tests alone: a story that is opened to be looked at does not begin to speak by itself, or to buy. */
export const inTests = (play: Play): Play | undefined => (import.meta.env.MODE === 'test' ? play : undefined);

/** Presses play in a story, and sees that it speaks and that a word is lit. */
export async function speaks({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const canvas = within(canvasElement);
  await userEvent.click(await canvas.findByRole('button', { name: 'Play' }));
  await canvas.findByRole('button', { name: 'Pause' }, { timeout: 10_000 });
  const transcript = canvasElement.querySelector('.readalong-transcript');
  if (transcript) await waitFor(() => expect(litText(transcript)).not.toBe(''), { timeout: 10_000 });
}

/** What is lit of a transcript at this moment. */
export function litText(transcript: Element): string {
  for (const range of CSS.highlights.get('readalong-word') ?? []) {
    if (transcript.contains(range.startContainer)) return range.toString();
  }
  return '';
}
