import { DownloadButton, ReadAlong, SpeechProvider, useSpeech } from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One goes home early. Two stay a little longer.\n\nThree come back again.';

/** The files that the page handed to the reader. */
let saved: { name: string; blob: Promise<Blob> }[] = [];
function catchFile(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLAnchorElement) || !target.download) return;
  event.preventDefault();
  saved.push({ name: target.download, blob: fetch(target.href).then((response) => response.blob()) });
}
/** A link outside the document gets its click, but its document does not. */
const { click } = HTMLAnchorElement.prototype;
beforeEach(() => {
  saved = [];
  HTMLAnchorElement.prototype.click = function () {
    this.addEventListener('click', catchFile, { once: true });
    click.call(this);
  };
});
afterEach(() => {
  HTMLAnchorElement.prototype.click = click;
  return cleanup();
});

async function show() {
  const { relay, calls } = createStandIn();
  await render(
    <SpeechProvider relay={relay}>
      <ReadAlong text={text} voiceId={voiceId} lang="en" />
    </SpeechProvider>,
  );
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return { calls, button };
}

describe('what a reader takes along', () => {
  it('is the sound as it came, as WAV, and captions', async () => {
    const { calls, button } = await show();
    await button('Play').click();
    await button('Pause').click();
    await button('More').click();
    await page.getByText('Download', { exact: true }).click();
    const names = ['audio', 'as WAV'].map((name) => `Download ${name}`);
    for (const name of [...names, 'Captions as WebVTT', 'Captions as SRT', 'Captions as LRC']) {
      const before = saved.length;
      await button(name).click();
      await expect.poll(() => saved.length).toBe(before + 1);
    }
    expect(saved.map(({ name }) => name.split('.').at(-1))).toEqual(['mp3', 'wav', 'vtt', 'srt', 'lrc']);
    const [mp3, wav, vtt] = await Promise.all(saved.map(({ blob }) => blob));
    expect(mp3?.type).toBe('audio/mpeg');
    expect(await wav?.slice(0, 4).text()).toBe('RIFF');
    expect(await vtt?.text()).toMatch(/^WEBVTT[\s\S]*goes/);
    expect(calls.length).toBe(1);
  });

  it('is nothing while nothing was spoken, and costs nothing', async () => {
    const { calls, button } = await show();
    await button('More').click();
    await page.getByText('Download', { exact: true }).click();
    await expect.element(button('Download audio')).toHaveAttribute('aria-disabled', 'true');
    await button('Download audio').click({ force: true });
    expect(saved).toEqual([]);
    expect(calls.length).toBe(0);
  });

  it('is a link to the place that is heard, or word that it could not be copied', async () => {
    const { button } = await show();
    await button('More').click();
    await page.getByText('Download', { exact: true }).click();
    await button('Copy link to this place').click();
    await expect.element(page.getByText(/^The link (was copied|could not be copied)$/)).toBeVisible();
  });
});

it('a button of one’s own keeps the look of the theme beside its own class', async () => {
  function Own() {
    const { speech } = useSpeech({ text, voiceId });
    return <DownloadButton speech={speech} className="own" />;
  }
  await render(
    <SpeechProvider relay={createStandIn().relay}>
      <Own />
    </SpeechProvider>,
  );
  const { classList } = page.getByRole('button', { name: 'Download audio' }).element();
  expect([...classList]).toEqual(['readalong-button', 'own']);
});

describe('a page that is printed', () => {
  it('holds the text, in black, and no player', async () => {
    const { button } = await show();
    await button('Play').click();
    const transcript = page.getByRole('document', { name: 'Transcript' }).element();
    const colours = (): string[] =>
      [...transcript.querySelectorAll('p')].flatMap((paragraph) => [
        getComputedStyle(paragraph).color,
        getComputedStyle(paragraph, '::highlight(readalong-word)').backgroundColor,
      ]);
    const dock = document.querySelector('.readalong-dock');
    if (!dock) throw new Error('There is no player.');
    await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
    try {
      expect(getComputedStyle(dock).display).toBe('none');
      expect(new Set(colours())).toEqual(new Set(['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)']));
    } finally {
      await cdp().send('Emulation.setEmulatedMedia', { media: '' });
    }
  });
});
