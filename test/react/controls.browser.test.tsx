import { ReadAlong, SpeechProvider } from 'react-readalong';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One goes home early. Two stay a little longer.\n\nThree come back again. Four go away.';

const standard = { text, voiceId, lang: 'en' };

async function show(reader = <ReadAlong {...standard} />) {
  const { relay, calls } = createStandIn();
  const { container } = await render(<SpeechProvider relay={relay}>{reader}</SpeechProvider>);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return { container, calls, button };
}

const focusText = () => page.getByRole('document', { name: 'Transcript' }).element().focus();
const placeNow = () => page.getByRole('slider', { name: 'Seek' }).element().getAttribute('aria-valuetext') ?? '';

describe('keys of a reader', () => {
  it('play and pause by space and K', async () => {
    const { button } = await show();
    focusText();
    await userEvent.keyboard(' ');
    await expect.element(button('Pause')).toBeVisible();
    await userEvent.keyboard('k');
    await expect.element(button('Play')).toBeVisible();
  });

  it('step by words with comma and full stop, and say the sentence again with S', async () => {
    const { container, button } = await show();
    focusText();
    await userEvent.keyboard('k');
    await expect.poll(() => lit(container)).toBe('goes');
    await userEvent.keyboard('k');
    await expect.element(button('Play')).toBeVisible();
    await userEvent.keyboard('.');
    await expect.poll(() => lit(container)).toBe('home');
    await userEvent.keyboard(',');
    await expect.poll(() => lit(container)).toBe('goes');
    await userEvent.keyboard(']');
    await expect.poll(() => lit(container)).toBe('Two');
    await userEvent.keyboard('..');
    await expect.poll(() => lit(container)).toBe('a');
    await userEvent.keyboard('s');
    await expect.poll(() => lit(container)).toBe('Two');
    await expect.element(button('Pause')).toBeVisible();
  });

  it('are all shown by ?, in a dialog that gives the focus back', async () => {
    await show();
    focusText();
    await userEvent.keyboard('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard' });
    await expect.element(dialog).toBeVisible();
    await expect.element(dialog.getByText('The sentence again')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => dialog.query()).toBeNull();
    await expect.element(page.getByRole('document', { name: 'Transcript' })).toHaveFocus();
  });

  it('leave what is written, and what a control means by them, alone', async () => {
    const { calls, button } = await show(<ReadAlong {...standard} slots={{ tools: <input aria-label="Note" /> }} />);
    const note = page.getByRole('textbox', { name: 'Note' });
    await userEvent.type(note, 'k s? ');
    await expect.element(note).toHaveValue('k s? ');
    button('More').element().focus();
    await userEvent.keyboard(' ');
    await expect.element(page.getByRole('dialog', { name: 'More' })).toBeVisible();
    expect(calls.length).toBe(0);
  });

  it('can be switched off', async () => {
    const { calls } = await show(<ReadAlong {...standard} shortcuts="none" />);
    focusText();
    await userEvent.keyboard('k?');
    await expect.poll(() => page.getByRole('dialog').query()).toBeNull();
    expect(calls.length).toBe(0);
  });
});

describe('controls of a reader', () => {
  it('change the speed by presets and fine steps', async () => {
    const { button } = await show();
    await button('Speed: 1 times').click();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(button('Speed: 1.25 times')).toHaveTextContent('1.25×');
    page.getByRole('slider', { name: 'Speed' }).element().focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(button('Speed: 1.3 times')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Speed: 1.3 times')).toHaveFocus();
  });

  it('change the volume, and come back from silence as loud as it was', async () => {
    const { button } = await show();
    await button('Volume: 100 per cent').click();
    await button('Mute').click();
    await expect.element(button('Volume: muted')).toBeVisible();
    page.getByRole('slider', { name: 'Volume' }).element().focus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(button('Volume: 100 per cent')).toBeVisible();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(button('Volume: 95 per cent')).toBeVisible();
  });

  it('are heard again where the volume was turned down to nothing', async () => {
    const { button } = await show();
    await button('Volume: 100 per cent').click();
    page.getByRole('slider', { name: 'Volume' }).element().focus();
    await userEvent.keyboard('{Home}');
    await expect.element(button('Volume: 0 per cent')).toBeVisible();
    await expect.element(button('Mute')).toHaveAttribute('aria-pressed', 'true');
    await button('Mute').click();
    await expect.element(button('Volume: 50 per cent')).toBeVisible();
    await expect.element(button('Mute')).toHaveAttribute('aria-pressed', 'false');
  });

  it('close when something else is pressed', async () => {
    const { button } = await show();
    await button('Volume: 100 per cent').click();
    await expect.element(page.getByRole('dialog', { name: 'Volume' })).toBeVisible();
    await button('Next sentence').click();
    await expect.poll(() => page.getByRole('dialog').query()).toBeNull();
  });

  it('close by Escape also where what had the focus in them is gone', async () => {
    const { button } = await show(
      <ReadAlong
        {...standard}
        slots={{
          more: (
            <button type="button" onClick={(event) => event.currentTarget.remove()}>
              Gone
            </button>
          ),
        }}
      />,
    );
    await button('More').click();
    await button('Gone').click();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => page.getByRole('dialog').query()).toBeNull();
    await expect.element(button('More')).toHaveFocus();
  });

  it('stop by X, which leads back to the start', async () => {
    const { button } = await show();
    focusText();
    await userEvent.keyboard(']k');
    await expect.element(button('Pause')).toBeVisible();
    await userEvent.keyboard('x');
    await expect.element(button('Play')).toBeVisible();
    expect(placeNow()).toMatch(/^0 seconds/);
  });

  it('skip by sentences', async () => {
    const { container, button } = await show();
    await button('Play').click();
    await expect.poll(() => lit(container)).toBe('One');
    await button('Pause').click();
    await button('Next sentence').click();
    await expect.poll(() => lit(container)).toBe('Two');
    await button('Previous sentence').click();
    await expect.poll(() => lit(container)).toBe('One');
  });

  it('choose another look', async () => {
    const { container, button } = await show();
    await button('More').click();
    await page.getByRole('radio', { name: 'Marker' }).click();
    expect(container.querySelector('.readalong-transcript')?.getAttribute('data-look')).toBe('marker');
  });

  it('say the price before, and after', async () => {
    const { button, container } = await show();
    const price = () => container.querySelector('.readalong-side .readalong-caption')?.textContent;
    expect(price()).toBe(`About ${text.length} credits`);
    await button('Play').click();
    await expect.poll(price).toBe('Hearing it again is free');
  });
});

describe('the seek bar', () => {
  it('shows time and words while it is dragged, and goes there when it is let go', async () => {
    const { container, button } = await show();
    await button('Play').click();
    await expect.element(page.getByRole('slider', { name: 'Seek' })).toBeEnabled();
    await expect.poll(() => lit(container)).not.toBe('');
    await button('Pause').click();
    const bar = container.querySelector<HTMLInputElement>('.readalong-seek input');
    const card = container.querySelector<HTMLElement>('.readalong-preview');
    if (!bar || !card) throw new Error('There is no seek bar.');
    expect(getComputedStyle(card).display).toBe('none');
    bar.value = String(Number(bar.max) * 0.8);
    bar.dispatchEvent(new Event('input', { bubbles: true }));
    expect(getComputedStyle(card).display).toBe('block');
    const word = card.querySelector('b')?.textContent ?? '';
    expect(word).not.toBe('');
    expect(card.querySelector('q')?.textContent).toContain(word);
    expect(placeNow()).toMatch(/^\d+ seconds? of \d+ seconds?, “.*”$/);
    bar.dispatchEvent(new Event('change', { bubbles: true }));
    expect(getComputedStyle(card).display).toBe('none');
    await expect.poll(() => lit(container).trim()).toBe(word);
  });

  it('notches where paragraphs begin', async () => {
    const { container, button } = await show();
    await button('Play').click();
    await expect.poll(() => container.querySelectorAll('.readalong-rail > i').length).toBe(1);
  });
});

describe('small players', () => {
  it('are one line that says the price first', async () => {
    const { container, button } = await show(<ReadAlong {...standard} variant="compact" title="A story" />);
    await expect.element(page.getByRole('group', { name: 'A story' })).toBeVisible();
    expect(container.textContent).toBe(`A storyAbout ${text.length} credits`);
    await button('Play').click();
    await expect.element(button('Pause')).toBeVisible();
    await expect.element(page.getByRole('slider', { name: 'Seek' })).toBeVisible();
  });

  it('are a message that lights what it says', async () => {
    const { container, button } = await show(<ReadAlong {...standard} variant="bubble" />);
    await button('Play').click();
    await expect.poll(() => lit(container)).toBe('One');
    expect(container.querySelector('.readalong-transcript')?.getAttribute('data-look')).toBe('marker');
  });
});

describe('parts of an app’s own', () => {
  it('stand in place of the standard ones, or around them', async () => {
    const { button } = await show(
      <ReadAlong
        {...standard}
        slots={{
          voice: <p>Alma</p>,
          tape: ({ speech, standard }) => (
            <>
              <button type="button" onClick={() => speech.play()}>
                Read to me
              </button>
              {standard}
            </>
          ),
          tools: null,
          more: <button type="button">Print</button>,
        }}
      />,
    );
    await expect.element(page.getByText('Alma')).toBeVisible();
    expect(page.getByRole('button', { name: /Speed/ }).query()).toBeNull();
    await button('More').click();
    await expect.element(button('Print')).toBeVisible();
    await button('Read to me').click();
    await expect.element(button('Pause')).toBeVisible();
  });
});
