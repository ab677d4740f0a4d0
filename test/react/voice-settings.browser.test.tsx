import axe from 'axe-core';
import { useState } from 'react';
import { VoiceCard, VoiceSettings } from 'react-readalong';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { relayOf, renderWithVoices } from './open-picker.js';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => cleanup());

const RACHEL = '21m00Tcm4TlvDq8ikWAM';
const slider = (name: string) => page.getByRole('slider', { name: new RegExp(`^${name}`) });
const boost = () => page.getByRole('switch', { name: /^Speaker boost/ });

/** The five as they stand. */
const standing = () => [
  ...['Stability', 'Likeness', 'Style', 'Speed'].map((name) => slider(name).element().getAttribute('aria-valuetext')),
  boost().element().getAttribute('aria-checked'),
];

async function problems() {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return violations.map(({ id }) => id);
}

describe('VoiceSettings', () => {
  it('has four sliders and a switch in the API’s ranges, at its defaults', async () => {
    await renderWithVoices(<VoiceSettings />);
    expect(standing()).toEqual(['0.50', '0.75', '0.00', '1.00', 'true']);
    const ranges = ['Stability', 'Likeness', 'Style', 'Speed'].map((name) => {
      const element = slider(name).element();
      return ['min', 'max'].map((end) => element.getAttribute(end));
    });
    expect(ranges).toEqual([
      ['0', '1'],
      ['0', '1'],
      ['0', '1'],
      ['0.7', '1.2'],
    ]);
    expect(await problems()).toEqual([]);
  });

  it('starts from the voice’s own settings, and says only what differs from them', async () => {
    const onValueChange = vi.fn();
    const stored = { stability: 0.3, similarityBoost: 0.9, style: 0.1, useSpeakerBoost: false, speed: 1.1 };
    const relay = relayOf(() => ({ voices: [] }));
    const answering = { ...relay, getVoice: async () => ({ voiceId: 'own', name: 'Own', settings: stored }) };
    await renderWithVoices(<VoiceSettings voiceId="own" onValueChange={onValueChange} />, answering);
    await expect.element(page.getByText('How Own reads')).toBeVisible();
    const ticks = () =>
      ['Stability', 'Likeness', 'Style', 'Speed'].map((name) =>
        slider(name).element().parentElement?.style.getPropertyValue('--default'),
      );
    const own = ['30%', '90%', '10%', '80%'].map((percent) =>
      expect.stringMatching(percent.replace('%', '(\\.0*[1-9])?')),
    );
    expect(ticks()).toEqual(own);
    expect(standing()).toEqual(['0.30', '0.90', '0.10', '1.10', 'false']);
    await boost().click();
    slider('Style').element().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(onValueChange.mock.lastCall).toEqual([{ useSpeakerBoost: true, style: 0.11 }]);
    expect(ticks()).toEqual(own);
  });

  it('goes by arrow keys in steps of a hundredth, and by Home and End to its ends', async () => {
    await renderWithVoices(<VoiceSettings />);
    slider('Speed').element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(standing()[3]).toBe('1.01');
    await userEvent.keyboard('{End}');
    expect(standing()[3]).toBe('1.20');
    await userEvent.keyboard('{Home}');
    expect(standing()[3]).toBe('0.70');
  });

  it('resets to the voice’s own', async () => {
    const onValueChange = vi.fn();
    await renderWithVoices(<VoiceSettings defaultValue={{ stability: 0.9 }} onValueChange={onValueChange} />);
    expect(standing()[0]).toBe('0.90');
    const reset = page.getByRole('button', { name: 'Reset' });
    reset.element().focus();
    await userEvent.keyboard('{Enter}');
    expect(onValueChange.mock.calls).toEqual([[{}]]);
    expect(standing()[0]).toBe('0.50');
    await expect.element(reset).toHaveAttribute('aria-disabled', 'true');
    await expect.element(reset).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onValueChange).toHaveBeenCalledTimes(1);
    expect(await problems()).toEqual([]);
  });

  it('takes null for nothing that differs, and says the standard words where the app’s are missing', async () => {
    const labels = { reset: undefined, stability: undefined, speed: { name: 'Tempo', less: '−', more: '+' } };
    await renderWithVoices(<VoiceSettings value={null} labels={labels} />);
    expect(slider('Stability').element().getAttribute('aria-valuetext')).toBe('0.50');
    await expect.element(slider('Tempo')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Reset' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('shows what the app holds', async () => {
    function Held() {
      const [value, setValue] = useState({ style: 0.5 });
      return <VoiceSettings value={value} onValueChange={() => setValue({ style: 0.25 })} />;
    }
    await renderWithVoices(<Held />);
    slider('Style').element().focus();
    await userEvent.keyboard('{End}');
    expect(standing()[2]).toBe('0.25');
  });

  it('says what a model ignores, and does not change it, by key or press', async () => {
    const onValueChange = vi.fn();
    await renderWithVoices(<VoiceSettings modelId="eleven_v3" onValueChange={onValueChange} />);
    const speed = slider('Speed');
    await expect
      .element(speed)
      .toHaveAccessibleDescription('Not used by eleven_v3. Change the playback speed instead.');
    await expect.element(speed).toHaveAttribute('aria-disabled', 'true');
    speed.element().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect([standing()[3], onValueChange.mock.calls.length]).toEqual(['1.00', 0]);
    expect(await problems()).toEqual([]);
  });

  it('makes nothing of settings that are none', async () => {
    const wrong: object = {
      stability: Number.NaN,
      similarityBoost: 'much',
      style: 7,
      speed: null,
      useSpeakerBoost: 'yes',
    };
    await renderWithVoices(<VoiceSettings value={JSON.parse(JSON.stringify(wrong))} />);
    expect(standing()).toEqual(['0.50', '0.75', '1.00', '1.00', 'true']);
  });
});

describe('VoiceCard', () => {
  const card = () => page.getByRole('article');

  it('shows a voice by its id, with what it says of itself and its languages', async () => {
    await renderWithVoices(<VoiceCard voice={RACHEL} />);
    await expect.element(page.getByRole('article', { name: 'Rachel' })).toHaveTextContent(/American.*English/);
    await expect.element(page.getByRole('button', { name: 'Hear Rachel' })).toBeVisible();
    expect(await problems()).toEqual([]);
  });

  it.each([null, ''])('shows that none is chosen with %j', async (voice) => {
    await renderWithVoices(<VoiceCard voice={voice} />);
    await expect.element(card()).toHaveTextContent('Choose a voice');
  });

  it('shows that it is on its way', async () => {
    await renderWithVoices(<VoiceCard voice="slow" />, {
      ...relayOf(() => 500),
      getVoice: () => new Promise(() => {}),
    });
    await expect.element(card()).toHaveAttribute('aria-busy', 'true');
    expect(await problems()).toEqual([]);
  });

  it('says why it could not be loaded, and tries again', async () => {
    let calls = 0;
    const relay = relayOf(() => 500);
    const getVoice = async () => {
      if (calls++ === 0) throw new Error('Not today.');
      return { voiceId: 'late', name: 'Late' };
    };
    await renderWithVoices(<VoiceCard voice="late" />, { ...relay, getVoice });
    await expect.element(page.getByRole('alert')).toHaveTextContent('Voices could not be loadedNot today.');
    await page.getByRole('button', { name: 'Try again' }).click();
    const late = page.getByRole('article', { name: 'Late' });
    await expect.element(late).toBeVisible();
    await expect.element(late).toHaveFocus();
  });

  it('has room for an app’s own buttons', async () => {
    await renderWithVoices(
      <VoiceCard voice={{ voiceId: 'x', name: 'Own' }}>
        <button type="button">Change</button>
      </VoiceCard>,
    );
    await expect
      .element(page.getByRole('article', { name: 'Own' }).getByRole('button', { name: 'Change' }))
      .toBeVisible();
  });
});
