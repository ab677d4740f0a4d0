import { useState } from 'react';
import {
  DictationSwitch,
  HighlightedTranscript,
  PracticeControls,
  SleepTimerControl,
  type Speech,
  SpeechProvider,
  useSpeech,
} from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const text = 'One goes home early today. Two stay a little longer. Three come back again.\n\nFour go away.';
const ANOTHER_VOICE = 'CwhRBWXzGAHq8TQ4Fs17';

let speech: Speech;
/** Everything that practises, with ways to another voice and another text. */
function Reader({ twice = false }: { twice?: boolean }) {
  const [request, setRequest] = useState({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const held = useSpeech(request);
  speech = held.speech;
  return (
    <>
      <button type="button" onClick={() => setRequest({ ...request, voiceId: ANOTHER_VOICE })}>
        Another voice
      </button>
      <button type="button" onClick={() => setRequest({ ...request, text: `${text} Five came late.` })}>
        Another text
      </button>
      <PracticeControls speech={speech} />
      {twice && <PracticeControls speech={speech} labels={{ practice: 'Practice beside' }} />}
      <SleepTimerControl speech={speech} />
      <HighlightedTranscript speech={speech} lang="en" />
    </>
  );
}

const group = (name = 'Practice') => page.getByRole('group', { name, exact: true });
const button = (name: string) => group().getByRole('button', { name, exact: true });
const toggle = (name: string, at = group()) => at.getByRole('switch', { name, exact: true });
const times = (name: string, at = group()) => at.getByRole('radio', { name, exact: true });
const said = () => group().getByRole('status');
const status = () => speech.getSnapshot().status;
const hidden = (): string => [...(CSS.highlights.get('readalong-hidden') ?? [])].join('');

let calls: readonly unknown[];
async function show(reader = <Reader />) {
  const standIn = createStandIn();
  calls = standIn.calls;
  await render(<SpeechProvider relay={standIn.relay}>{reader}</SpeechProvider>);
}

async function press(name: string) {
  button(name).element().focus();
  await userEvent.keyboard('{Enter}');
}

describe('practice by the keyboard', () => {
  beforeEach(() => show());

  it('keeps the focus on the button that begins a loop, ends it and leaves it', async () => {
    await press('Begin a loop here');
    await expect.element(button('End the loop here')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(said()).toHaveTextContent('Round 1');
    await expect.element(button('Leave the loop')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(said()).toHaveTextContent('');
    await expect.element(button('Begin a loop here')).toHaveFocus();
  });

  it('has the focus still when it is stopped, or ends by itself', async () => {
    await button('Loop this sentence').click();
    await press('Stop practising');
    await expect.element(group()).toHaveFocus();
    await times('Once').click({ force: true });
    speech.setPlaybackRate(3);
    await button('Loop this sentence').click();
    button('Next').element().focus();
    await expect.element(said()).toHaveTextContent('');
    await expect.element(group()).toHaveFocus();
  });

  it('begins a loop within a drill, and takes its place', async () => {
    await toggle('Pause after each sentence').click();
    await expect.poll(status).toBe('playing');
    await press('Begin a loop here');
    await expect.element(button('End the loop here')).toHaveFocus();
    await expect.element(toggle('Pause after each sentence')).toHaveAttribute('aria-checked', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Leave the loop')).toBeVisible();
    await expect.element(toggle('Pause after each sentence')).toHaveAttribute('aria-checked', 'false');
  });
});

it('fits a narrow page', async () => {
  await page.viewport(320, 800);
  await show(
    <div className="readalong-menu">
      <Reader />
    </div>,
  );
  await toggle('Hide the text until it is spoken').click();
  await button('Loop this sentence').click();
  await expect.element(button('Stop practising')).toBeVisible();
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth).toBe(clientWidth);
  await page.viewport(900, 900);
});

describe('how stretches are repeated', () => {
  it('is changed in a silent loop without a sound', async () => {
    await show();
    await button('Loop this sentence').click();
    await expect.poll(status).toBe('playing');
    speech.pause();
    await expect.poll(status).toBe('paused');
    const heard: string[] = [];
    speech.subscribe(() => heard.push(status()));
    await toggle('Leave time to repeat aloud').click();
    await times('3 times').click({ force: true });
    await expect.element(said()).toHaveTextContent('Round 1 of 3');
    expect(heard).not.toContain('playing');
    expect(heard).not.toContain('buffering');
    speech.play();
    await expect.poll(status).toBe('playing');
    await expect.element(said()).toHaveTextContent('Your turn');
  });

  it('counts from the next sentence of a drill', async () => {
    await show();
    await toggle('Pause after each sentence').click();
    await expect.element(times('Once')).toBeChecked();
    await expect.element(said()).toHaveTextContent('Round 1 of 1');
    await times('3 times').click({ force: true });
    await button('Next').click();
    await expect.element(said()).toHaveTextContent('Round 1 of 3');
    await expect.element(said()).toHaveTextContent('Round 2 of 3');
  });

  it('is shown alike wherever it is shown, and in the next voice', async () => {
    await show(<Reader twice />);
    await times('5 times').click({ force: true });
    await toggle('Slow first, then faster').click();
    await expect.element(times('5 times', group('Practice beside'))).toBeChecked();
    await expect.element(toggle('Slow first, then faster', group('Practice beside'))).toBeChecked();
    await page.getByRole('button', { name: 'Another voice' }).click();
    for (const name of ['Practice', 'Practice beside']) {
      await expect.element(times('5 times', group(name))).toBeChecked();
      await expect.element(toggle('Slow first, then faster', group(name))).toBeChecked();
    }
    expect(calls.length).toBe(0);
  });
});

describe('another voice or text', () => {
  beforeEach(() => show());

  it('goes on with the loop', async () => {
    await button('Loop this sentence').click();
    await expect.poll(status).toBe('playing');
    await page.getByRole('button', { name: 'Another voice' }).click();
    await expect.poll(status).toBe('playing');
    await expect.element(said()).toHaveTextContent('Round 1');
    expect(calls.length).toBe(2);
  });

  it('keeps a silent loop, and buys nothing for it before it is played', async () => {
    await button('Loop this sentence').click();
    await expect.poll(status).toBe('playing');
    speech.pause();
    await page.getByRole('button', { name: 'Another voice' }).click();
    await expect.element(button('Leave the loop')).toBeVisible();
    await expect.element(said()).toHaveTextContent('Round 1');
    expect(calls.length).toBe(1);
    speech.play();
    await expect.poll(status).toBe('playing');
    await expect.element(said()).toHaveTextContent('Round 2');
    await page.getByRole('button', { name: 'Another text' }).click();
    await expect.element(said()).toHaveTextContent('');
  });

  it('leaves the sleep timer on, with the time that is left', async () => {
    const timer = page.getByRole('combobox', { name: 'Sleep timer' });
    await timer.selectOptions('15 minutes');
    await expect.element(page.getByText('14:59 left')).toBeVisible();
    await page.getByRole('button', { name: 'Another voice' }).click();
    await expect.element(timer).toHaveValue('3');
    await expect.element(page.getByText(/14:5[0-9] left/)).toBeVisible();
  });

  it('hides in a dictation what was hidden, and shows what was shown', async () => {
    await toggle('Hide the text until it is spoken').click();
    await button('Show a word').click();
    await button('Show a word').click();
    await expect.poll(hidden).toMatch(/^\s*home early/);
    await page.getByRole('button', { name: 'Another text' }).click();
    await expect.element(toggle('Hide the text until it is spoken')).toBeChecked();
    await expect.poll(hidden).toMatch(/^\s*home early.*Five came late\.$/s);
    await page.getByRole('button', { name: 'Another voice' }).click();
    await expect.poll(hidden).toMatch(/^\s*home early.*Five came late\.$/s);
    await toggle('Hide the text until it is spoken').click();
    await expect.poll(hidden).toBe('');
  });
});

it('a switch of dictation alone hides the text in the next speech too', async () => {
  function Alone() {
    const [own, setOwn] = useState(text);
    const held = useSpeech({ text: own, voiceId: ANOTHER_VOICE });
    return (
      <>
        <button type="button" onClick={() => setOwn(`A preface. ${text}`)}>
          Edit
        </button>
        <DictationSwitch speech={held.speech} />
        <HighlightedTranscript speech={held.speech} lang="en" />
      </>
    );
  }
  await show(<Alone />);
  await page.getByRole('switch').click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect.element(page.getByRole('switch')).toBeChecked();
  await expect.poll(hidden).toMatch(/^A preface\. One goes home/);
});
