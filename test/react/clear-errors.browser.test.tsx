import {
  createRelay,
  HighlightedTranscript,
  PlayButton,
  type Relay,
  SpeechProvider,
  type UseSpeechOptions,
  useSpeech,
} from 'react-readalong';
import type { Fault } from 'react-readalong/offline';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(() => cleanup());

const text =
  'The text stays, whatever goes wrong with the voice that was to speak it. And so does what was heard of it until then.';
const voiceId = 'JBFqnCBsd6RMkjVDRZzb';

function Reader(options: Partial<UseSpeechOptions>) {
  const { speech, status, error, retry } = useSpeech({ text, voiceId, ...options } as UseSpeechOptions);
  return (
    <div data-testid="reader" data-status={status} data-code={error && 'code' in error ? error.code : undefined}>
      <HighlightedTranscript speech={speech} data-testid="transcript" />
      <p role="alert">{error?.message}</p>
      <PlayButton speech={speech} />
      <button type="button" onClick={retry}>
        Ask again
      </button>
    </div>
  );
}

async function playWith(relay: Relay | string | null, options: Partial<UseSpeechOptions> = {}) {
  await render(
    relay ? <SpeechProvider relay={relay}>{<Reader {...options} />}</SpeechProvider> : <Reader {...options} />,
  );
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => page.getByRole('alert').element().textContent, { timeout: 5000 }).not.toBe('');
  const reader = page.getByTestId('reader').element();
  return {
    message: page.getByRole('alert').element().textContent ?? '',
    status: () => reader.getAttribute('data-status'),
    code: reader.getAttribute('data-code'),
    shown: page.getByTestId('transcript').element().textContent,
  };
}

const withFault = (fault: Fault) => createStandIn({ faults: [fault] }).relay;
const htmlRelay = () =>
  createRelay({ url: '/api', fetch: async () => new Response('<!doctype html><title>App</title>') });
const refusal = (status: number, word: string, message: string): Fault => ({
  kind: 'status',
  status,
  body: { detail: { status: word, message } },
});

describe('what went wrong stands in words in the hook, and the text stays', () => {
  const cases: [name: string, relay: () => Relay | null, says: RegExp, code: string | undefined][] = [
    ['no relay is configured', () => null, /No relay is configured.*SpeechProvider/, 'relay_not_configured'],
    [
      'the relay is down',
      () => createRelay({ url: '/api', fetch: () => Promise.reject(new TypeError('Failed to fetch')) }),
      /could not be reached/,
      'relay_unreachable',
    ],
    [
      'the key is wrong (401)',
      () => withFault(refusal(401, 'invalid_api_key', 'Invalid API key')),
      /401.*key/,
      'invalid_api_key',
    ],
    [
      'the account is not paid (402)',
      () => withFault(refusal(402, 'payment_required', 'Payment required')),
      /402.*paid/,
      'payment_required',
    ],
    [
      'the voice is unknown (404)',
      () => withFault(refusal(404, 'voice_not_found', 'A voice for the voice_id was not found.')),
      /404.*list of voices/,
      'voice_not_found',
    ],
    [
      'too many requests run (429)',
      () => withFault(refusal(429, 'too_many_concurrent_requests', 'Too many')),
      /429.*Wait/,
      'too_many_concurrent_requests',
    ],
    [
      'the relay is not mounted there and a page of HTML answers',
      () => htmlRelay(),
      /not the JSON.*HTML page.*mounted/,
      'not_json',
    ],
    [
      'the API answers with a page of HTML',
      () => withFault({ kind: 'not-json' }),
      /502.*web page/,
      'upstream_unexpected',
    ],
  ];
  it.each(cases)('when %s', async (_, relay, says, code) => {
    const outcome = await playWith(relay());
    expect(outcome.message).toMatch(says);
    if (code) expect(outcome.code).toBe(code);
    expect(outcome.status()).toBe('error');
    expect(outcome.shown).toBe(text);
  });

  it('when a value is out of range (422), naming it, and nothing was sent', async () => {
    const { relay, calls } = createStandIn();
    const outcome = await playWith(relay, { voiceSettings: { speed: 3 } });
    expect(outcome.message).toMatch(/voiceSettings\.speed.*Nothing was sent/);
    expect(calls.length).toBe(0);
  });

  it('when the API itself finds a fault in the request (422)', async () => {
    const body = { detail: [{ loc: ['body', 'text'], msg: 'too strange', type: 'value_error' }] };
    const outcome = await playWith(withFault({ kind: 'status', status: 422, body }));
    expect(outcome.message).toMatch(/422.*text: too strange/);
  });

  it('when the text is empty, and nothing was sent', async () => {
    const { relay, calls } = createStandIn();
    const outcome = await playWith(relay, { text: ' \n ' });
    expect(outcome).toMatchObject({ code: 'input_text_empty', shown: '' });
    expect(calls.length).toBe(0);
  });

  it('when an API key was handed to the client, which is refused and not repeated', async () => {
    const key = `sk_${'0123456789abcdef'.repeat(3)}`;
    let sent = 0;
    const relay = createRelay({
      url: '/api',
      headers: { 'xi-api-key': key },
      fetch: async () => {
        sent++;
        return new Response();
      },
    });
    const outcome = await playWith(relay);
    expect(outcome.message).toMatch(/Anyone who opens the page could read it/);
    expect(outcome.message).not.toContain(key);
    expect({ code: outcome.code, sent }).toEqual({ code: 'api_key_in_browser', sent: 0 });
  });

  it('when the bytes have no header and no outputFormat says what they are', async () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 251);
    await render(<Headerless audio={noise.buffer} />);
    await expect.poll(() => page.getByRole('alert').element().textContent).toMatch(/outputFormat/);
  });
});

function Headerless({ audio }: { audio: ArrayBuffer }) {
  const { error } = useSpeech({ audio, text: 'Noise' });
  return <p role="alert">{error?.message}</p>;
}

it('plays what came of a cut answer, and goes on at the same place when it is asked for again', async () => {
  const { relay, calls } = createStandIn({
    faults: ({ index }) => (index === 0 ? [{ kind: 'cut', afterLines: 3 }] : []),
  });
  const outcome = await playWith(relay);
  expect(outcome.message).toMatch(/cut/);
  expect(outcome.message).toMatch(/What came before is kept and plays/);
  const transcript = page.getByTestId('transcript').element();
  await expect.poll(() => lit(transcript)).not.toBe('');
  await expect.poll(outcome.status, { timeout: 15_000 }).toBe('paused');
  expect(outcome.shown).toBe(text);
  expect(calls.length).toBe(1);
  const before = lit(transcript, 'spoken');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect.poll(() => page.getByRole('alert').element().textContent).toBe('');
  await expect.poll(outcome.status).toBe('playing');
  expect(text.indexOf(lit(transcript))).toBeGreaterThanOrEqual(text.indexOf(before.split(' ').at(-1) ?? ''));
  expect(calls.length).toBe(2);
});
