import { createDocument, PlayButton, SeekBar, type Speech, SpeechProvider, useSpeech, Waveform } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { press } from '../helpers/mouse.js';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One goes home early. Two stay a little longer.\n\nThree come back again. Four go away.';

const BARS = [
  { name: 'a seek bar', Bar: SeekBar },
  { name: 'a waveform', Bar: Waveform },
];

interface PlayerProps {
  Bar: typeof SeekBar;
  source: Parameters<typeof useSpeech>[0];
  onSpeech: (speech: Speech) => void;
}

function Player({ Bar, source, onSpeech }: PlayerProps) {
  const { speech } = useSpeech(source);
  onSpeech(speech);
  return (
    <dialog open>
      <PlayButton speech={speech} />
      <div style={{ inlineSize: 400, margin: 60 }}>
        <Bar speech={speech} />
      </div>
    </dialog>
  );
}

/** A bar whose voice is paused at its start. */
async function show(Bar: typeof SeekBar, source: Parameters<typeof useSpeech>[0] = { text, voiceId }) {
  const { relay } = createStandIn();
  let speech: Speech | undefined;
  const { container } = await render(
    <SpeechProvider relay={relay}>
      <Player Bar={Bar} source={source} onSpeech={(one) => (speech = one)} />
    </SpeechProvider>,
  );
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => speech?.getSnapshot().status).toBe('playing');
  speech?.pause();
  speech?.seek(0);
  await expect.poll(() => speech?.getSnapshot().durationQuality).not.toBe('none');
  const input = container.querySelector('input');
  const card = container.querySelector<HTMLElement>('.readalong-preview');
  if (!input || !card || !speech) throw new Error('There is no seek bar.');
  await expect.poll(() => input.valueAsNumber).toBe(0);
  const at = (share: number) => {
    const { left, top, width, height } = input.getBoundingClientRect();
    return { x: left + 8 + (width - 16) * share, y: top + height / 2 };
  };
  return { input, card, speech, at };
}

const frames = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

describe.each(BARS)('the thumb of $name', ({ Bar }) => {
  it('goes on with the voice when it was drawn away and back to where it began', async () => {
    const { input, card, speech, at } = await show(Bar);
    const hand = await press(at(0), at(0.6), at(0.3), { ...at(0), x: at(0).x - 40 });
    expect(card.hidden).toBe(false);
    await hand.release();
    await expect.poll(() => card.hidden).toBe(true);
    speech.play();
    await expect.poll(() => input.valueAsNumber).toBeGreaterThan(0.3);
    await expect.poll(() => Math.abs(input.valueAsNumber - speech.currentTime())).toBeLessThan(0.1);
  });

  it('takes the voice along, also where it is let go far from the bar', async () => {
    const { card, speech, at } = await show(Bar);
    const hand = await press(at(0), at(0.2), { x: at(0.5).x, y: at(0.5).y + 150 });
    expect(speech.currentTime()).toBe(0);
    await hand.release();
    await expect.poll(() => speech.currentTime() / (speech.getSnapshot().duration ?? 1)).toBeCloseTo(0.5, 1);
    expect(card.hidden).toBe(true);
  });

  it('is let go of by Escape, for as long as the finger is there, and nothing around it closes', async () => {
    const { input, card, speech, at } = await show(Bar);
    const hand = await press(at(0), at(0.5));
    await userEvent.keyboard('{Escape}');
    expect([card.hidden, input.valueAsNumber]).toEqual([true, 0]);
    await hand.over(at(0.7), at(0.8));
    expect([card.hidden, input.valueAsNumber]).toEqual([true, 0]);
    await hand.release();
    await frames(3);
    expect([speech.currentTime(), input.valueAsNumber]).toEqual([0, 0]);
    expect(document.querySelector('dialog')?.open).toBe(true);
    const again = await press(at(0), at(0.5));
    await again.release();
    await expect.poll(() => speech.currentTime()).toBeGreaterThan(1);
  });

  it('comes back to the voice when the system takes the finger away', async () => {
    const { input, card, speech } = await show(Bar);
    input.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 5, bubbles: true }));
    input.value = '2';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(card.hidden).toBe(false);
    document.body.dispatchEvent(new PointerEvent('pointerup', { pointerId: 6, bubbles: true }));
    await frames(3);
    expect(card.hidden).toBe(false);
    input.dispatchEvent(new PointerEvent('pointercancel', { pointerId: 5, bubbles: true }));
    expect([card.hidden, input.valueAsNumber, speech.currentTime()]).toEqual([true, 0, 0]);
    speech.play();
    await expect.poll(() => input.valueAsNumber).toBeGreaterThan(0.2);
  });

  it('says of a time that is a guess that it is one', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `${text} And ${index} more.`).join('\n\n');
    const { input, card } = await show(Bar, { text: long, voiceId, document: createDocument() });
    const timeAt = (seconds: number): string | undefined => {
      input.value = String(seconds);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      return card.querySelector('.readalong-time')?.textContent ?? undefined;
    };
    expect(timeAt(1)).toBe('0:01');
    expect(timeAt(Number(input.max))).toMatch(/^≈ \d+:\d\d$/);
  });
});
