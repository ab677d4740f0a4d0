import { ReadAlong, type ReadAlongSlots, type Speech, SpeechProvider } from 'react-readalong';
import 'react-readalong/styles.css';
import { expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { lit } from '../../helpers/lit.js';
import { createStandIn } from '../../helpers/stand-in.js';

export const text = [
  'One lamp is lit by the river. Two boats come home in the dark. Three dogs bark at the moon tonight.',
  'Four windows are open above. Five people sit and wait for tea. Six birds sleep under the roof.',
  'Seven doors are closed at night. Eight stairs lead down to the quay. Nine stars stand over it all.',
].join('\n\n');
export const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
/** A word at the end of the fifth sentence, in the second paragraph. */
export const HERE = text.indexOf('tea.');

export interface Reader {
  container: HTMLElement;
  speech: Speech;
  /** Where the voice was when the command came, in seconds. */
  before: number;
  /** Where it was when a loop was begun, as an offset. */
  begun: number;
  saved: readonly string[];
  copied: readonly string[];
  printed: () => number;
}

export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const radio = (name: string) => page.getByRole('radio', { name, exact: true });
export const toggle = (name: string) => page.getByRole('switch', { name, exact: true });
export const slider = (name: string) => page.getByRole('slider', { name, exact: true });
export const fold = (name: string) => page.getByText(name, { exact: true });
export const sleep = () => page.getByRole('combobox', { name: 'Sleep timer' });
export const practice = () => page.getByRole('group', { name: 'Practice' });
export const searchBox = () => page.getByRole('searchbox', { name: 'Search in the text' });
export const transcript = () => page.getByRole('document', { name: 'Transcript' });
export const now = ({ speech }: Reader) => speech.getSnapshot();

/** A reader of whose sound nothing is here. */
export async function show(standIn?: Parameters<typeof createStandIn>[0]): Promise<Reader> {
  const copied: string[] = [];
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (link) => void copied.push(link));
  const printing = vi.spyOn(window, 'print').mockImplementation(() => {});
  const { relay } = createStandIn(standIn);
  let speech: Speech | undefined;
  const slots: ReadAlongSlots = {
    error: (player) => {
      speech = player.speech;
      return player.standard;
    },
  };
  const { container } = await render(
    <SpeechProvider relay={relay}>
      <ReadAlong text={text} voiceId={voiceId} lang="en" slots={slots} />
    </SpeechProvider>,
  );
  if (!speech) throw new Error('There is no speech.');
  return { container, speech, before: 0, begun: 0, saved, copied, printed: () => printing.mock.calls.length };
}

/** A reader whose sound is here, paused at a word in its middle. */
export async function showHere(): Promise<Reader> {
  const reader = await show();
  await reader.speech.fetchAll();
  reader.speech.seekToOffset(HERE);
  await expect.poll(() => lit(reader.container)).not.toBe('');
  return reader;
}
