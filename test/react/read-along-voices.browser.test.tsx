import { useState } from 'react';
import { ReadAlong } from 'react-readalong';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';
import { openPicker, renderWithVoices } from './open-picker.js';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => cleanup());

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
