import { StrictMode, useState } from 'react';
import {
  CopyLinkButton,
  createDocument,
  placeLink,
  ReadAlong,
  type Speech,
  SpeechProvider,
  usePlaceLink,
  useSpeech,
} from 'react-readalong';
import 'react-readalong/styles.css';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';
import { writing } from '../helpers/writing.js';

const voiceId = 'JBFqnCBsd6RMkjVDRZzb';
const text = 'One goes home early. Two stay a little longer. Three come back again.\n\nFour have never been here.';
const three = text.indexOf('Three');
const four = text.indexOf('Four');

afterEach(async () => {
  await cleanup();
  vi.restoreAllMocks();
  history.replaceState(null, '', location.pathname + location.search);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const address = (offset: number, name?: string) => placeLink(text, offset, '#', name);

async function show(reader: React.ReactNode) {
  const { relay, calls } = createStandIn();
  await render(
    <StrictMode>
      <SpeechProvider relay={relay}>{reader}</SpeechProvider>
    </StrictMode>,
  );
  return calls;
}

/** A reader, and where it is. */
function Reader({ name, text: own = text }: { name?: string; text?: string }) {
  const where = ({ speech }: { speech: Speech }) => <Where speech={speech} label={name ?? 'place'} />;
  return <ReadAlong text={own} voiceId={voiceId} lang="en" linkName={name} slots={{ seek: where }} />;
}

function Where({ speech, label }: { speech: Speech; label: string }) {
  const [offset, setOffset] = useState(-1);
  return (
    <>
      <button type="button" onClick={() => setOffset(speech.currentOffset())}>
        {`Where is ${label}?`}
      </button>
      <output aria-label={label}>{offset}</output>
    </>
  );
}

async function placeOf(name = 'place'): Promise<number> {
  await button(`Where is ${name}?`).click();
  return Number(page.getByRole('status', { name, exact: true }).element().textContent);
}

describe('a link to a place', () => {
  it('that a reader copies is opened by a reader', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await show(<Reader />);
    location.hash = address(three);
    await expect.poll(() => placeOf()).toBe(three);
    await button('More').click();
    await page.getByText('Download', { exact: true }).click();
    await button('Copy link to this place').click();
    await expect.element(page.getByText('The link was copied')).toBeVisible();
    const link = copied.mock.lastCall?.[0] ?? '';
    expect(link).toBe(placeLink(text, three));
    await cleanup();
    history.replaceState(null, '', link);
    const calls = await show(<Reader text={`It was written later: ${text}`} />);
    await expect.poll(() => placeOf()).toBe(three + 'It was written later: '.length);
    expect(calls.length).toBe(0);
  });

  it('is gone by again when the address names another, and buys nothing', async () => {
    history.replaceState(null, '', address(three));
    const calls = await show(<Reader />);
    await expect.poll(() => placeOf()).toBe(three);
    location.hash = address(four);
    await expect.poll(() => placeOf()).toBe(four);
    location.hash = '#elsewhere';
    expect(await placeOf()).toBe(four);
    expect(calls.length).toBe(0);
    await expect.element(button('Play')).toBeVisible();
  });

  it('is for the reader that it names', async () => {
    history.replaceState(null, '', address(three, 'b'));
    await show(
      <>
        <Reader name="a" />
        <Reader name="b" />
      </>,
    );
    await expect.poll(() => placeOf('b')).toBe(three);
    expect(await placeOf('a')).toBe(0);
  });

  it('is waited for in a text that is still coming', async () => {
    history.replaceState(null, '', address(four));
    const document = createDocument();
    const { stream, push } = writing();
    function Coming() {
      const { speech } = useSpeech({ text: stream, voiceId, document });
      usePlaceLink(speech);
      return <Where speech={speech} label="place" />;
    }
    await show(<Coming />);
    push(text.slice(0, 40));
    push(text.slice(40));
    await expect.poll(() => placeOf()).toBe(four);
  });

  it('does not take a reader back who has gone on and chooses another voice', async () => {
    history.replaceState(null, '', address(three));
    function Voices() {
      const [voice, setVoice] = useState(voiceId);
      const { speech } = useSpeech({ text, voiceId: voice });
      usePlaceLink(speech);
      return (
        <>
          <button type="button" onClick={() => speech.seekToOffset(four)}>
            Go on
          </button>
          <button type="button" onClick={() => setVoice('CwhRBWXzGAHq8TQ4Fs17')}>
            Another voice
          </button>
          <Where speech={speech} label="place" />
        </>
      );
    }
    await show(<Voices />);
    await expect.poll(() => placeOf()).toBe(three);
    await button('Go on').click();
    await button('Another voice').click();
    await expect.poll(() => placeOf()).toBe(four);
  });

  it('is said to be copied each time that it is', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    function Copy() {
      const { speech } = useSpeech({ text, voiceId });
      return <CopyLinkButton speech={speech} />;
    }
    await show(<Copy />);
    const said: string[] = [];
    const status = page.getByRole('status').element();
    new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, subtree: true });
    await button('Copy link to this place').click();
    await expect.poll(() => said).toEqual(['The link was copied']);
    await button('Copy link to this place').click();
    await expect.poll(() => said).toEqual(['The link was copied', 'The link was copied']);
  });
});
