import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import {
  HighlightedTranscript,
  PlayButton,
  SeekBar,
  SpeechProvider,
  TimeDisplay,
  useCurrentTime,
  useCurrentWord,
  useSpeech,
} from 'react-readalong';
import { afterEach, expect, it, vi } from 'vitest';
import { lit } from '../helpers/lit.js';
import { createStandIn } from '../helpers/stand-in.js';

const text = 'Printed on the server.\n\nIn two paragraphs, “quoted” & escaped.';

function App({ relay }: { relay: Parameters<typeof SpeechProvider>[0]['relay'] }) {
  return (
    <StrictMode>
      <SpeechProvider relay={relay}>
        <Reader />
      </SpeechProvider>
    </StrictMode>
  );
}

function Reader() {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  const word = useCurrentWord(speech);
  const seconds = useCurrentTime(speech);
  return (
    <>
      <HighlightedTranscript speech={speech} lang="en" />
      <PlayButton speech={speech} />
      <SeekBar speech={speech} />
      <TimeDisplay speech={speech} />
      <output>
        {word?.text} {seconds}
      </output>
    </>
  );
}

afterEach(() => vi.restoreAllMocks());

it('prints the whole text on a server, with its paragraphs', () => {
  const html = renderToString(<App relay="/api/speech" />);
  const printed = new DOMParser().parseFromString(html, 'text/html');
  expect([...printed.querySelectorAll('.readalong-transcript p')].map((p) => p.textContent)).toEqual(
    text.split('\n\n'),
  );
});

it('hydrates in silence and then speaks', async () => {
  const { relay, calls } = createStandIn();
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const recoverable: unknown[] = [];
  const container = document.createElement('div');
  container.innerHTML = renderToString(<App relay={relay} />);
  document.body.append(container);
  const before = container.querySelector('p');
  const root = hydrateRoot(container, <App relay={relay} />, {
    onRecoverableError: (error) => recoverable.push(error),
  });
  await expect.poll(() => container.querySelector('button')).not.toBeNull();
  // Hydrated once a press is answered.
  await expect
    .poll(() => {
      if (calls.length === 0) container.querySelector('button')?.click();
      return calls.length;
    })
    .toBe(1);
  await expect.poll(() => lit(container)).not.toBe('');
  expect(container.querySelector('p')).toBe(before);
  expect({ complaints: complaints.mock.calls, recoverable }).toEqual({ complaints: [], recoverable: [] });
  root.unmount();
  container.remove();
});
