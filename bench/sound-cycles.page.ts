// Mounts, plays, seeks and unmounts, as an application does that is used all day.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ReadAlong, SpeechProvider } from 'react-readalong';
import { encodeMp3, voiceLike } from '../test/audio/lame.js';
import { noteStarts } from './sound-starts.js';
import { until, wait } from './sound-windows.js';

const text = 'A small recording, played a thousand times. ';
const SECONDS = 3;
/** Milliseconds after which a recording that nobody holds is let go, and some. */
const GRACE = 7000;

const starts = noteStarts();
let contexts = 0;
globalThis.AudioContext = new Proxy(AudioContext, {
  construct(target, [options]) {
    contexts++;
    return new target(options);
  },
});

let audio = '';
async function prepare(): Promise<void> {
  const bytes = await encodeMp3(voiceLike(SECONDS, 44_100), 44_100, 128);
  audio = btoa(bytes.reduce((binary, byte) => binary + String.fromCharCode(byte), ''));
}

async function cycle(): Promise<void> {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  root.render(
    createElement(
      SpeechProvider,
      { relay: '/api/speech' },
      createElement(ReadAlong, { recording: { audio_base64: audio, alignment } }),
    ),
  );
  const bar = (): HTMLInputElement | null => container.querySelector('input[type=range]:enabled');
  await until(() => bar() !== null, 'the recording');
  let before = starts.length;
  container.querySelector<HTMLElement>('button[aria-label="Play"]')?.click();
  await until(() => starts.length > before, 'sound');
  before = starts.length;
  const range = bar();
  if (!range) throw new Error('The seek bar is gone.');
  range.value = '1.5';
  range.dispatchEvent(new Event('input', { bubbles: true }));
  range.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => starts.length > before, 'sound after the seek');
  root.unmount();
  container.remove();
}

/** Runs some cycles, and waits until what they left for a while is gone. Returns the contexts that were ever made. */
async function cycles(count: number): Promise<number> {
  for (let i = 0; i < count; i++) await cycle();
  // The list of starts is the bench's own.
  starts.length = 0;
  await wait(GRACE);
  return contexts;
}

const alignment = {
  characters: [...text],
  character_start_times_seconds: [...text].map((_, i) => (i * SECONDS) / text.length),
  character_end_times_seconds: [...text].map((_, i) => ((i + 1) * SECONDS) / text.length),
};

Object.assign(globalThis, { prepare, cycles });
