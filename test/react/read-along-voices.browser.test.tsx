import { useState } from 'react';
import { renderToString } from 'react-dom/server.browser';
import { ReadAlong } from 'react-readalong';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';
import { openPicker, renderWithVoices } from './open-picker.js';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => cleanup());

// First: once the picker is here it stays.
it('sends its voice with a form before its picker has come', () => {
  const html = renderToString(
    <form>
      <ReadAlong text="A lamp." voiceId="x" voicePicker={{ name: 'voice', defaultValue: 'x' }} />
    </form>,
  );
  const form = new DOMParser().parseFromString(html, 'text/html').forms[0];
  expect(new FormData(form).get('voice')).toBe('x');
});

it('shows a picker at once where another one has come before', async () => {
  const reader = (
    <ReadAlong text="A lamp." voiceId="x" voicePicker={{ voices: [{ voiceId: 'x', name: 'Own' }], value: 'x' }} />
  );
  await renderWithVoices(reader);
  await expect.element(page.getByRole('button', { name: /^Voice: Own/ })).toBeVisible();
  let waited = 0;
  const observer = new MutationObserver(() => {
    waited += document.querySelectorAll('.readalong-voice[aria-busy]').length;
  });
  observer.observe(document.body, { childList: true, subtree: true });
  await renderWithVoices(reader);
  await expect.poll(() => page.getByRole('button', { name: /^Voice: Own/ }).elements().length).toBe(2);
  observer.disconnect();
  expect(waited).toBe(0);
});

it('lets the reader choose the voice of a ReadAlong, which then speaks', async () => {
  function Reader() {
    const [voiceId, setVoiceId] = useState('JBFqnCBsd6RMkjVDRZzb');
    return (
      <ReadAlong
        text="A lamp was lit."
        voiceId={voiceId}
        voicePicker={{ value: voiceId, onValueChange: (next) => next && setVoiceId(next) }}
      />
    );
  }
  const { relay, calls } = createStandIn();
  await renderWithVoices(<Reader />, relay);
  await expect.element(page.getByRole('button', { name: /^Voice: George/ })).toBeVisible();
  await openPicker();
  await page.getByRole('option', { name: /^Rachel/ }).click();
  await expect.element(page.getByRole('button', { name: /^Voice: Rachel/ })).toBeVisible();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const spoken = () => calls.map(({ url }) => new URL(url).pathname).filter((path) => path.includes('text-to-speech'));
  await expect.poll(() => spoken()[0]).toMatch(/\/21m00Tcm4TlvDq8ikWAM\//);
});
