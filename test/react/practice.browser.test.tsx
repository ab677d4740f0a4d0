import axe from 'axe-core';
import { GERMAN_LABELS, ReadAlong, SpeechProvider } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One goes home. Two stay.\n\nThree come back. Four go away.';

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const toggle = (name: string) => page.getByRole('switch', { name, exact: true });
const focusText = () => page.getByRole('document', { name: 'Transcript' }).element().focus();
/** What is hidden from the eye. */
const hidden = (): string => [...(CSS.highlights.get('readalong-hidden') ?? [])].join('');

async function show(reader = <ReadAlong text={text} voiceId={voiceId} lang="en" />) {
  const { relay, calls } = createStandIn();
  const { container } = await render(<SpeechProvider relay={relay}>{reader}</SpeechProvider>);
  return { container, calls };
}

async function openPractice() {
  await button('More').click();
  await page.getByText('Practice', { exact: true }).click();
  await expect.element(page.getByRole('group', { name: 'Practice' })).toBeVisible();
}

describe('practice in a reader', () => {
  it('loops the sentence by R, goes to the next by N, and ends by R', async () => {
    const { container } = await show();
    focusText();
    await userEvent.keyboard('r');
    await expect.poll(() => lit(container, 'sentence').trim()).toBe('One goes home.');
    await userEvent.keyboard('n');
    await expect.poll(() => lit(container, 'sentence')).toBe('Two stay.');
    await expect.poll(() => lit(container)).toBe('stay.');
    await expect.poll(() => lit(container)).toBe('Two');
    await userEvent.keyboard('r');
    await expect.poll(() => lit(container)).toBe('Three');
  });

  it('loops so many times, with time to say it again, and tells where it is', async () => {
    const { container } = await show();
    await openPractice();
    await page.getByRole('group', { name: 'Practice' }).getByRole('radio', { name: '2 times' }).click();
    await toggle('Leave time to repeat aloud').click();
    await button('Loop this sentence').click();
    const status = page.getByRole('group', { name: 'Practice' }).getByRole('status');
    await expect.element(status).toHaveTextContent('Round 1 of 2');
    await expect.element(status).toHaveTextContent('Your turn');
    await expect.element(status).toHaveTextContent('Round 2 of 2');
    expect(lit(container, 'sentence').trim()).toBe('One goes home.');
    await button('Stop practising').click();
    await expect.element(status).toHaveTextContent('');
  });

  it('is stopped under More without losing the way out of that', async () => {
    await show();
    focusText();
    await userEvent.keyboard('r');
    await expect.element(button('Pause')).toBeVisible();
    await openPractice();
    await button('Stop practising').click();
    await expect.element(page.getByRole('group', { name: 'Practice' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('More')).toHaveFocus();
    await expect.poll(() => page.getByRole('dialog').query()).toBeNull();
  });

  it('loops what is selected', async () => {
    const { container } = await show();
    await openPractice();
    await expect.element(button('Loop the selection')).toHaveAttribute('aria-disabled', 'true');
    const node = container.querySelectorAll('.readalong-transcript p')[1]?.firstChild;
    if (!node) throw new Error('There is no text.');
    getSelection()?.setBaseAndExtent(node, 6, node, 15);
    await button('Loop the selection').click();
    await expect.poll(() => lit(container)).toBe('come');
    await expect.poll(() => lit(container)).toBe('back.');
    await expect.poll(() => lit(container)).toBe('come');
  });

  it('pauses after each sentence until Next', async () => {
    const { container } = await show();
    await openPractice();
    await toggle('Pause after each sentence').click();
    await expect.element(page.getByText('Press Next to go on')).toBeVisible();
    await button('Next').click();
    await expect.poll(() => lit(container, 'sentence')).toBe('Two stay.');
  });

  it('hides what was not spoken from the eye, and from nobody who listens to the page', async () => {
    const { container } = await show();
    await openPractice();
    await toggle('Hide the text until it is spoken').click();
    await expect.poll(hidden).toContain('One goes home.');
    await expect.element(page.getByText('Three come back.')).toBeInTheDocument();
    expect(container.querySelector('[aria-hidden] p')).toBeNull();
    await button('Show a word').click();
    await expect.poll(() => hidden().startsWith('One')).toBe(false);
    await userEvent.keyboard('{Escape}');
    await button('Play').click();
    await expect.poll(hidden).not.toContain('goes');
    await button('More').click();
    await page.getByText('Practice', { exact: true }).click();
    await toggle('Hide the text until it is spoken').click();
    await expect.poll(hidden).toBe('');
  });

  it('is spoken of in German, by the keyboard alone, without a fault that axe finds', async () => {
    const { container } = await show(<ReadAlong text={text} voiceId={voiceId} lang="de" labels={GERMAN_LABELS} />);
    button('Mehr').element().focus();
    await userEvent.keyboard('{Enter}');
    const summary = () => container.querySelector<HTMLElement>('.readalong-fold summary');
    await expect.poll(() => summary()?.textContent).toBe('Üben');
    summary()?.focus();
    await userEvent.keyboard(' ');
    await expect.element(button('Diesen Satz wiederholen')).toBeVisible();
    await userEvent.tab();
    await expect.element(button('Diesen Satz wiederholen')).toHaveFocus();
    expect((await axe.run(container)).violations).toEqual([]);
  });
});

describe('the sleep timer', () => {
  it('stops at the end of the sentence, and says what is left', async () => {
    const { container } = await show();
    await button('More').click();
    await page.getByRole('combobox', { name: 'Sleep timer' }).selectOptions('End of the sentence');
    await expect.element(page.getByRole('combobox', { name: 'Sleep timer' })).toHaveValue('0');
    await userEvent.keyboard('{Escape}');
    await button('Play').click();
    await expect.poll(() => lit(container)).toBe('One');
    await expect.element(button('Play')).toBeVisible();
    await button('More').click();
    await expect.element(page.getByRole('combobox', { name: 'Sleep timer' })).toHaveValue('-1');
  });

  it('counts the minutes down', async () => {
    await show();
    await button('More').click();
    await page.getByRole('combobox', { name: 'Sleep timer' }).selectOptions('5 minutes');
    await expect.element(page.getByText('5:00 left')).toBeVisible();
    await expect.element(page.getByText('4:59 left')).toBeVisible();
  });
});
