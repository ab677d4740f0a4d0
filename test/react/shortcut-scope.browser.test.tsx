import { ReadAlong, type ReadAlongSlots, type Shortcut, type Speech, SpeechProvider } from 'react-readalong';
import 'react-readalong/styles.css';
import { createElement } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One goes home early. Two stay a little longer.\n\nThree come back again. Four go away.';
const button = (name: string) => page.getByRole('button', { name, exact: true });

interface Shown {
  slots?: ReadAlongSlots;
  shortcuts?: readonly Shortcut[] | 'none';
  /** What is around the reader. */
  around?: 'dialog' | 'listbox';
}

/** A reader that is paused at its third word. */
async function show({ slots = {}, shortcuts, around }: Shown = {}) {
  const { relay } = createStandIn();
  let speech: Speech | undefined;
  const seek: ReadAlongSlots['seek'] = (player) => {
    speech = player.speech;
    return player.standard;
  };
  const reader = <ReadAlong text={text} voiceId={voiceId} shortcuts={shortcuts} slots={{ seek, ...slots }} />;
  await render(
    <SpeechProvider relay={relay}>
      {around === 'dialog' && (
        <dialog open aria-label="Of the app">
          {reader}
        </dialog>
      )}
      {around === 'listbox' && <div role="listbox">{reader}</div>}
      {!around && reader}
    </SpeechProvider>,
  );
  if (!speech) throw new Error('There is no speech.');
  const voice = speech;
  voice.play();
  await expect.poll(() => voice.getSnapshot().loading).toBe('complete');
  voice.pause();
  voice.seekToOffset(text.indexOf('home'));
  await expect.poll(() => voice.getSnapshot().status).toBe('paused');
  const at = voice.currentTime();
  /** Seconds that it has moved by. */
  const moved = () => Math.round((voice.currentTime() - at) * 10) / 10;
  return { voice, moved };
}

/** Presses a key. False where nobody else is to do anything by it. */
function keyDown(target: Element, key: KeyboardEventInit): boolean {
  return target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
}

describe('the keys of a reader', () => {
  it.each(['dialog', 'listbox'] as const)('work within a %s of the app’s', async (around) => {
    const { voice, moved } = await show({ around });
    button('More').element().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(moved()).toBeGreaterThan(0);
    await userEvent.keyboard('k');
    await expect.poll(() => voice.getSnapshot().status).toBe('playing');
  });

  it('do not work in a dialog that is within the reader, nor in what a part draws elsewhere in the page', async () => {
    const { voice } = await show({
      slots: {
        voice: (
          <>
            <dialog open>
              <button type="button">Within</button>
            </dialog>
            {createPortal(<button type="button">Elsewhere</button>, document.body)}
          </>
        ),
      },
    });
    for (const name of ['Within', 'Elsewhere']) {
      button(name).element().focus();
      await userEvent.keyboard('m');
    }
    expect(voice.getSnapshot().muted).toBe(false);
  });

  it('leave a component with a shadow root what is written in it', async () => {
    if (!customElements.get('x-field')) {
      class Field extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).innerHTML = '<input>';
        }
      }
      customElements.define('x-field', Field);
    }
    const { voice } = await show({ slots: { voice: createElement('x-field') } });
    const field = document.querySelector('x-field')?.shadowRoot?.querySelector('input');
    field?.focus();
    await userEvent.keyboard('mx k');
    expect(field?.value).toBe('mx k');
    expect(voice.getSnapshot()).toMatchObject({ muted: false, status: 'paused' });
  });

  it('leave arrows to what is moved by them, but not letters', async () => {
    const { voice, moved } = await show({
      slots: {
        tools: (
          <>
            <input type="radio" name="one" aria-label="First" defaultChecked />
            <input type="radio" name="one" aria-label="Second" />
            <input type="range" aria-label="Size" min={0} max={10} defaultValue={5} />
            <div role="slider" tabIndex={0} aria-label="Own" aria-valuenow={1} aria-valuemin={0} aria-valuemax={2} />
          </>
        ),
      },
    });
    for (const [role, name] of [
      ['radio', 'First'],
      ['slider', 'Size'],
      ['slider', 'Own'],
    ] as const) {
      page.getByRole(role, { name }).element().focus();
      await userEvent.keyboard('{ArrowRight}');
    }
    expect(moved()).toBe(0);
    await expect.element(page.getByRole('radio', { name: 'Second' })).toBeChecked();
    await expect.element(page.getByRole('slider', { name: 'Size' })).toHaveValue('6');
    await userEvent.keyboard('m');
    expect(voice.getSnapshot().muted).toBe(true);
  });

  it('leave selecting with Shift to the browser', async () => {
    const { moved } = await show();
    const more = button('More').element();
    for (const key of ['ArrowRight', 'ArrowLeft']) expect(keyDown(more, { key, shiftKey: true })).toBe(true);
    expect(moved()).toBe(0);
    expect(keyDown(more, { key: 'ArrowRight' })).toBe(false);
    expect(moved()).toBeGreaterThan(0);
  });

  it('turn on and off once, however long they are held, and step as long as they are held', async () => {
    const { voice } = await show();
    const transcript = page.getByRole('document', { name: 'Transcript' }).element();
    for (const repeat of [false, true, true]) keyDown(transcript, { key: 'm', repeat });
    expect(voice.getSnapshot().muted).toBe(true);
    expect(keyDown(transcript, { key: ' ', repeat: true })).toBe(false);
    expect(voice.getSnapshot().status).toBe('paused');
    for (const repeat of [false, true, true]) keyDown(transcript, { key: ']', repeat });
    expect(voice.currentOffset()).toBe(text.indexOf('Four'));
  });
});

describe('what More says of keys', () => {
  const hints = async (shown: Shown): Promise<(string | null)[]> => {
    await show(shown);
    await button('More').click();
    await page.getByText('Skip', { exact: true }).click();
    await expect.element(button('Back 10 seconds')).toBeVisible();
    return [...document.querySelectorAll('.readalong-hint')].map(({ textContent }) => textContent);
  };

  it('is what the keys are', async () => {
    expect(await hints({})).toEqual(['F', 'S', 'X', '/', 'J', 'L', '←', '→', ',', '.', '?']);
  });

  it('is what the app made of them', async () => {
    const shortcuts: Shortcut[] = [
      { command: 'repeatSentence', keys: ['q', 's'] },
      { command: 'forward', keys: ['ArrowRight'] },
    ];
    expect(await hints({ shortcuts })).toEqual(['Q', '→']);
  });

  it('is nothing where there are none', async () => {
    expect(await hints({ shortcuts: 'none' })).toEqual([]);
  });

  it('has each key of a command in the dialog, also where the app says it twice', async () => {
    const shortcuts: Shortcut[] = [
      { command: 'toggle', keys: ['k'] },
      { command: 'toggle', keys: [' '] },
      { command: 'help', keys: ['h'] },
    ];
    await show({ shortcuts });
    button('More').element().focus();
    await userEvent.keyboard('h');
    const dialog = page.getByRole('dialog', { name: 'Keyboard' });
    await expect.element(dialog).toBeVisible();
    expect([...dialog.element().querySelectorAll('kbd')].map(({ textContent }) => textContent)).toEqual([
      'K',
      'Space',
      'H',
    ]);
  });
});
