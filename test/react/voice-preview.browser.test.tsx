import { useEffect, useState } from 'react';
import { HighlightedTranscript, PlayButton, useSpeech, VoiceCard, VoicePicker } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';
import { field, openPicker, optionNames, relayOf, renderWithVoices, trigger } from './open-picker.js';

/** Every audio element that was made, whoever holds it. */
let sounds: HTMLAudioElement[] = [];

beforeEach(async () => {
  await page.viewport(1280, 800);
  sounds = [];
  const Real = Audio;
  vi.stubGlobal('Audio', function spied() {
    const audio = new Real();
    sounds.push(audio);
    return audio;
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A tone of some seconds in a `data:` address. */
function tone(seconds: number): string {
  const rate = 8000;
  const size = rate * seconds;
  const view = new DataView(new ArrayBuffer(44 + size));
  const text = (at: number, letters: string) => {
    for (const [index, letter] of [...letters].entries()) view.setUint8(at + index, letter.charCodeAt(0));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, size, true);
  for (let at = 0; at < size; at++) view.setUint8(44 + at, 128 + 40 * Math.sin(at / 3));
  return `data:audio/wav;base64,${btoa(String.fromCharCode(...new Uint8Array(view.buffer)))}`;
}

const LONG = tone(5);
const voices = [
  { voiceId: 'ada', name: 'Ada', previewUrl: LONG },
  { voiceId: 'bo', name: 'Bo', previewUrl: LONG },
  { voiceId: 'cy', name: 'Cy', previewUrl: 'data:audio/wav;base64,AAAA' },
  { voiceId: 'di', name: 'Di', previewUrl: 'javascript:alert(1)' },
  { voiceId: 'ed', name: 'Ed', previewUrl: 'data:text/html,<b>' },
  { voiceId: 'fi', name: 'Fi', previewUrl: 'file:///etc/passwd' },
  { voiceId: 'gus', name: 'Gus', previewUrl: null },
];
const hear = (name: string) => page.getByRole('button', { name: `Hear ${name}` });
const stop = (name: string) => page.getByRole('button', { name: `Stop ${name}` });
const playing = () => sounds.filter((audio) => !audio.paused).length;

describe('a preview', () => {
  it('is heard by its button, one at a time, with a ring of how much was heard, and stopped by it', async () => {
    await renderWithVoices(<VoicePicker voices={voices} />);
    await openPicker();
    await hear('Ada').click();
    await expect.element(stop('Ada')).toBeVisible();
    await expect
      .poll(() => Number.parseFloat(stop('Ada').element().style.getPropertyValue('--progress')))
      .toBeGreaterThan(0);
    await hear('Bo').click();
    await expect.element(stop('Bo')).toBeVisible();
    await expect.element(hear('Ada')).toBeVisible();
    expect(playing()).toBe(1);
    await stop('Bo').click();
    expect(playing()).toBe(0);
  });

  it('is heard and stopped with Alt and P, and the cursor stays in the field', async () => {
    await renderWithVoices(<VoicePicker voices={voices} />);
    await openPicker();
    await userEvent.keyboard('{ArrowDown}{Alt>}p{/Alt}');
    await expect.element(stop('Bo')).toBeVisible();
    await expect.poll(playing).toBe(1);
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveValue('');
    await userEvent.keyboard('{Alt>}p{/Alt}');
    expect(playing()).toBe(0);
  });

  it.each([
    ['the list closes', () => userEvent.keyboard('{Escape}')],
    ['a voice is chosen', () => userEvent.keyboard('{Enter}')],
    ['the picker goes', () => cleanup()],
    ['a fieldset around it is disabled', () => document.querySelector('fieldset')?.toggleAttribute('disabled', true)],
  ])('is silent when %s', async (_, act) => {
    await renderWithVoices(
      <fieldset>
        <VoicePicker voices={voices} />
      </fieldset>,
    );
    await openPicker();
    await userEvent.keyboard('{Alt>}p{/Alt}');
    await expect.poll(playing).toBe(1);
    await act();
    await expect.poll(playing).toBe(0);
    expect(sounds.map((audio) => audio.getAttribute('src'))).toEqual([null]);
  });

  it('gives way to speech, and speech to it', async () => {
    function Reader() {
      const { speech, status } = useSpeech({
        text: 'A text that takes a while to be read aloud. '.repeat(20),
        voiceId: 'JBFqnCBsd6RMkjVDRZzb',
      });
      return (
        <>
          <HighlightedTranscript speech={speech} />
          <PlayButton speech={speech} />
          <output aria-label="Status">{status}</output>
          <VoiceCard voice={voices[0] ?? null} />
        </>
      );
    }
    await renderWithVoices(<Reader />, createStandIn().relay);
    await hear('Ada').click();
    await expect.poll(playing).toBe(1);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => page.getByLabelText('Status').element().textContent).toBe('playing');
    expect(playing()).toBe(0);
    await hear('Ada').click();
    await expect.poll(playing).toBe(1);
    await expect.poll(() => page.getByLabelText('Status').element().textContent).not.toBe('playing');
  });

  it('that cannot be loaded says so in its row and aloud, is tried again, and leaves the others be', async () => {
    await renderWithVoices(<VoicePicker voices={voices} />);
    await openPicker();
    await hear('Cy').click();
    await expect.element(page.getByRole('option', { name: /^Cy.*Preview failed to load/ })).toBeVisible();
    await expect.element(page.getByText('Cy: Preview failed to load')).toBeInTheDocument();
    await page.getByRole('button', { name: 'Try Cy’s preview again' }).click();
    await expect.element(page.getByRole('button', { name: 'Try Cy’s preview again' })).toBeVisible();
    await hear('Ada').click();
    await expect.element(stop('Ada')).toBeVisible();
    await expect.element(hear('Cy')).toBeVisible();
  });

  it('is offered only where it is sound: nothing else is ever fetched', async () => {
    await renderWithVoices(<VoicePicker voices={voices} />);
    await openPicker();
    const names = page
      .getByRole('button', { name: /^Hear / })
      .elements()
      .map((button) => button.getAttribute('aria-label'));
    expect(names).toEqual(['Hear Ada', 'Hear Bo', 'Hear Cy']);
    await userEvent.keyboard('{End}{Alt>}p{/Alt}');
    expect(sounds).toEqual([]);
  });

  it('of a voice without one is a line that the relay speaks, only if the app says so: bought once, with its price said before', async () => {
    const { relay, calls } = createStandIn();
    const owned = [{ voiceId: 'JBFqnCBsd6RMkjVDRZzb', name: 'George', previewUrl: null }];
    await renderWithVoices(<VoicePicker voices={owned} previewLine="Good evening 🕯" />, relay);
    await openPicker();
    const button = page.getByRole('button', { name: 'Hear George say a line, which buys 14 characters' });
    await expect.element(button).toBeVisible();
    expect(calls).toHaveLength(0);
    await button.click();
    await expect.poll(() => sounds.length).toBe(1);
    await expect.element(button).toBeVisible();
    await button.click();
    await expect.poll(() => sounds.length).toBe(2);
    expect(calls.map(({ url }) => new URL(url).pathname)).toEqual(['/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb']);
  });

  it('of a voice without one says its price by the row and to who hears the field, before a key buys it', async () => {
    const { relay, calls } = createStandIn();
    const owned = [
      { voiceId: 'JBFqnCBsd6RMkjVDRZzb', name: 'George', previewUrl: null },
      { voiceId: 'ada', name: 'Ada', previewUrl: LONG },
    ];
    await renderWithVoices(<VoicePicker voices={owned} previewLine="Good evening." />, relay);
    await openPicker();
    const price = page.getByText('13 characters', { exact: true });
    await expect.element(price).toBeVisible();
    const [row, note] = [page.getByRole('option', { name: /^George/ }), price].map((each) =>
      each.element().getBoundingClientRect(),
    );
    expect((note?.top ?? 0) >= (row?.top ?? 0) && (note?.bottom ?? 0) <= (row?.bottom ?? 0)).toBe(true);
    await expect.element(field()).toHaveAccessibleDescription('13 characters');
    await expect.element(page.getByRole('option', { name: /^George/ })).toHaveAccessibleDescription('13 characters');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(field()).not.toHaveAccessibleDescription();
    expect(price.elements()).toHaveLength(1);
    expect(calls).toEqual([]);
  });

  it('stops when its voice leaves the list, and goes on while that is only scrolled away', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ voiceId: `v${index}`, name: `V${index}` }));
    const relay = relayOf(({ search }) => ({ voices: [...voices.slice(search === null ? 0 : 1), ...many] }));
    const camel = {
      ...relay,
      listVoices: async (...asked: Parameters<typeof relay.listVoices>) => {
        const page = await relay.listVoices(...asked);
        return { ...page, voices: page.voices.map((voice) => ({ ...voice, previewUrl: LONG })) };
      },
    };
    await renderWithVoices(<VoicePicker />, camel);
    await openPicker();
    await hear('Ada').click();
    await expect.poll(playing).toBe(1);
    await userEvent.keyboard('{End}');
    await expect.poll(() => optionNames()).not.toContain('Ada');
    expect(playing()).toBe(1);
    await userEvent.keyboard('v');
    await expect.poll(() => optionNames()[0]).toBe('Bo');
    await expect.poll(playing).toBe(0);
  });

  it('that was bought is there when the list is opened again', async () => {
    const { relay, calls } = createStandIn();
    const owned = [{ voiceId: 'JBFqnCBsd6RMkjVDRZzb', name: 'George', previewUrl: null }];
    await renderWithVoices(<VoicePicker voices={owned} previewLine="Good evening." />, relay);
    for (const times of [1, 2, 3]) {
      await openPicker();
      await page.getByRole('button', { name: /^Hear George/ }).click();
      await expect.poll(() => sounds.length).toBe(times);
      await userEvent.keyboard('{Escape}');
      await expect.poll(() => page.getByRole('combobox').elements().length).toBe(0);
    }
    expect(calls).toHaveLength(1);
  });

  it('stops when the card shows another voice', async () => {
    function Cards() {
      const [index, setIndex] = useState(0);
      return (
        <>
          <VoiceCard voice={voices[index] ?? null} />
          <button type="button" onClick={() => setIndex(1)}>
            Another
          </button>
        </>
      );
    }
    await renderWithVoices(<Cards />);
    await hear('Ada').click();
    await expect.poll(playing).toBe(1);
    await page.getByRole('button', { name: 'Another' }).click();
    await expect.poll(playing).toBe(0);
    await expect.element(hear('Bo')).toBeVisible();
  });

  it('closes a list that may no longer be chosen from, and does not open it again by itself', async () => {
    function Choice() {
      const [disabled, setDisabled] = useState(false);
      useEffect(() => {
        const toggle = () => setDisabled((before) => !before);
        addEventListener('toggle-choice', toggle);
        return () => removeEventListener('toggle-choice', toggle);
      }, []);
      return <VoicePicker voices={voices} disabled={disabled} />;
    }
    await renderWithVoices(<Choice />);
    await openPicker();
    dispatchEvent(new Event('toggle-choice'));
    await expect.poll(() => field().elements().length).toBe(0);
    dispatchEvent(new Event('toggle-choice'));
    await expect.element(trigger()).toBeEnabled();
    expect(field().elements()).toHaveLength(0);
  });

  it('lists a voice once that an app’s list holds twice', async () => {
    const [ada, bo] = voices;
    if (!ada || !bo) throw new Error('There are no voices.');
    await renderWithVoices(<VoicePicker voices={[ada, bo, ada]} />);
    await openPicker();
    expect(optionNames()).toEqual(['Ada', 'Bo']);
    await userEvent.type(field(), 'bo');
    await expect.poll(optionNames).toEqual(['Bo']);
  });

  it('that was stopped before it came is never heard', async () => {
    const relay = relayOf(() => 500);
    let answer: (response: Response) => void = () => {};
    const slow = { ...relay, speak: () => new Promise<never>((_, reject) => (answer = reject)) };
    await renderWithVoices(<VoicePicker voices={voices} previewLine="Hm." />, slow);
    await openPicker();
    await page.getByRole('button', { name: /^Hear Gus/ }).click();
    await expect.element(stop('Gus')).toHaveAttribute('aria-busy', 'true');
    await stop('Gus').click();
    answer(new Response());
    await expect.element(page.getByRole('button', { name: /^Hear Gus/ })).toBeVisible();
    await trigger().click();
    expect(playing()).toBe(0);
  });
});
