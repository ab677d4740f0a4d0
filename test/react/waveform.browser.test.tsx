import {
  createDocument,
  createSpeech,
  LevelMeter,
  PlayButton,
  ReadAlong,
  SpeechProvider,
  useSpeech,
  Waveform,
} from 'react-readalong';
import 'react-readalong/styles.css';
import { Profiler } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One goes home early. Two stay a little longer.\n\nThree come back again. Four go away.';

function Player({ onRender }: { onRender: () => void }) {
  const { speech } = useSpeech({ text, voiceId });
  return (
    <div style={{ inlineSize: 400 }}>
      <PlayButton speech={speech} />
      <Profiler id="waveform" onRender={onRender}>
        <Waveform speech={speech} />
      </Profiler>
      <LevelMeter speech={speech} />
    </div>
  );
}

async function show() {
  const { relay } = createStandIn();
  let renders = 0;
  const { container } = await render(
    <SpeechProvider relay={relay}>
      <Player onRender={() => renders++} />
    </SpeechProvider>,
  );
  const [path] = container.querySelectorAll('.readalong-wave path');
  if (!path) throw new Error('There are no bars.');
  return { container, path, renders: () => renders };
}

/** Pixels of a bar of which it is not known how loud it is. */
const UNHEARD = 4;

/** How long each bar is, in pixels. */
const lengths = (path: Element): number[] =>
  [...(path.getAttribute('d') ?? '').matchAll(/v([\d.]+)/g)].map(([, length]) => Number(length));
const play = () => page.getByRole('button', { name: 'Play', exact: true }).click();
const slider = () => page.getByRole('slider', { name: 'Seek' });

describe('a waveform', () => {
  it('is dots before there is sound, and bars of it by and by', async () => {
    const { path } = await show();
    await expect.poll(() => lengths(path).length).toBe(80);
    expect(Math.max(...lengths(path))).toBe(0);
    await play();
    await expect.poll(() => lengths(path).filter((length) => length > 1).length).toBeGreaterThan(70);
    expect(Math.max(...lengths(path))).toBeLessThanOrEqual(56);
  });

  it('shows all of a short sound before it was heard', async () => {
    const { path } = await show();
    await play();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect.poll(() => lengths(path).filter((length) => length > 4).length).toBeGreaterThan(60);
    const input = slider().element();
    expect(input instanceof HTMLInputElement && input.valueAsNumber).toBeLessThan(2);
  });

  it('goes by keys as a seek bar does, and says time and words', async () => {
    await show();
    await play();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    slider().element().focus();
    await userEvent.keyboard('{End}{Home}');
    await expect.element(slider()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^0 seconds of .*One/));
  });

  it('is neither drawn nor rendered while it plays', async () => {
    const { path, container, renders } = await show();
    await play();
    await expect.poll(() => lengths(path).filter((length) => length === 0 || length === UNHEARD)).toEqual([]);
    const box = container.querySelector<HTMLElement>('.readalong-waveform');
    const played = () => Number.parseFloat(box?.style.getPropertyValue('--played') ?? '');
    const [drawn, rendered, from] = [path.getAttribute('d'), renders(), played()];
    await expect.poll(played).toBeGreaterThan(from + 10);
    expect(path.getAttribute('d')).toBe(drawn);
    expect(renders()).toBe(rendered);
  });

  it('is drawn for another width', async () => {
    const { path, container } = await show();
    await play();
    await expect.poll(() => lengths(path).length).toBe(80);
    const box = container.querySelector<HTMLElement>('div');
    if (box) box.style.inlineSize = '200px';
    await expect.poll(() => lengths(path).length).toBe(40);
  });

  it('is drawn after all where sound that could not be decoded came again', async () => {
    const decode = vi.spyOn(OfflineAudioContext.prototype, 'decodeAudioData');
    decode.mockImplementation(() => Promise.reject(new DOMException('Not today.', 'EncodingError')));
    try {
      const { relay } = createStandIn();
      const speech = createSpeech({ text, voiceId }, { relay });
      const { container } = await render(
        <div style={{ inlineSize: 400 }}>
          <Waveform speech={speech} />
        </div>,
      );
      const path = container.querySelector('.readalong-wave path');
      if (!path) throw new Error('There are no bars.');
      speech.play();
      await expect.poll(() => speech.getSnapshot().error).not.toBeNull();
      await expect.poll(() => lengths(path).filter((length) => length === UNHEARD).length).toBeGreaterThan(70);
      decode.mockRestore();
      speech.retry();
      speech.pause();
      await expect.poll(() => lengths(path).filter((length) => length > UNHEARD).length).toBeGreaterThan(60);
      expect(speech.currentTime()).toBeLessThan(1);
      speech.dispose();
    } finally {
      decode.mockRestore();
    }
  });

  it('stands in a message of a chat', async () => {
    const { relay } = createStandIn();
    const { container } = await render(
      <SpeechProvider relay={relay}>
        <ReadAlong variant="bubble" text={text} voiceId={voiceId} />
      </SpeechProvider>,
    );
    await play();
    await expect.poll(() => container.querySelectorAll('.readalong-waveform path').length).toBe(2);
    await expect.element(slider()).toBeVisible();
    expect(container.querySelector('.readalong-waveform')?.clientHeight).toBe(32);
  });
});

describe('a waveform of a long text', () => {
  it('has bars of every part that is here, and dots where nothing was bought', async () => {
    const { relay, calls } = createStandIn();
    const long = 'One goes home early, and two stay a little longer than they should. '.repeat(12);
    const speech = createSpeech(
      { text: long, voiceId },
      { relay, document: createDocument({ first: 100, usual: 100, ahead: 5 }) },
    );
    const { container } = await render(
      <div style={{ inlineSize: 400 }}>
        <Waveform speech={speech} />
      </div>,
    );
    const path = container.querySelector('.readalong-wave path');
    if (!path) throw new Error('There are no bars.');
    speech.play();
    await expect.poll(() => calls.length).toBeGreaterThan(1);
    speech.pause();
    await expect.poll(() => lengths(path).filter((length) => length > UNHEARD).length).toBeGreaterThan(10);
    const here = lengths(path).findLastIndex((length) => length > UNHEARD);
    expect(lengths(path).slice(here + 3)).toEqual(
      lengths(path)
        .slice(here + 3)
        .map(() => 0),
    );
    const { duration, buffered } = speech.getSnapshot();
    expect(Math.abs((here + 1) / 80 - buffered / (duration ?? 1))).toBeLessThan(0.1);
    speech.dispose();
  });
});

describe('a level meter', () => {
  it('moves with what is heard, and rests when nothing is', async () => {
    const { container } = await show();
    const level = () =>
      Number(container.querySelector<HTMLElement>('.readalong-level i')?.style.getPropertyValue('--level'));
    expect(level()).toBe(0);
    await play();
    await expect.poll(level).toBeGreaterThan(0.1);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect.poll(level).toBe(0);
  });
});
