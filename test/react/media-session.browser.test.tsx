import { PlayButton, SpeechProvider, useMediaSession, useSpeech } from 'react-readalong';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createStandIn } from '../helpers/stand-in.js';

afterEach(async () => {
  await cleanup();
  vi.restoreAllMocks();
});

const session = navigator.mediaSession;
const { relay } = createStandIn();

function Reader({ title, mark = '' }: { title: string; mark?: string }) {
  const { speech } = useSpeech({
    text: 'It is shown on the lock screen while it is read aloud.',
    voiceId: 'JBFqnCBsd6RMkjVDRZzb',
  });
  // Written inline, as one writes it: another object at each render.
  useMediaSession(speech, { title, artwork: [{ src: '/cover.png' }] });
  return (
    <>
      <PlayButton speech={speech} />
      <output>{mark}</output>
    </>
  );
}
const reader = (title: string, mark?: string) => (
  <SpeechProvider relay={relay}>
    <Reader title={title} mark={mark} />
  </SpeechProvider>
);

it('shows the speech on the lock screen while it is mounted, and renders rebind nothing', async () => {
  const handlers = vi.spyOn(session, 'setActionHandler');
  const { rerender, unmount } = await render(reader('A story'));
  expect(session.metadata).toBeNull();
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => session.metadata?.title).toBe('A story');
  expect(session.metadata?.artwork[0]?.src).toBe(new URL('/cover.png', location.href).href);
  await expect.poll(() => session.playbackState).toBe('playing');
  const [shown, bound] = [session.metadata, handlers.mock.calls.length];
  await rerender(reader('A story', 'rendered again'));
  await expect.element(page.getByText('rendered again')).toBeInTheDocument();
  expect(session.metadata).toBe(shown);
  expect(handlers.mock.calls.length).toBe(bound);
  await rerender(reader('Another title'));
  await expect.poll(() => session.metadata?.title).toBe('Another title');
  expect(session.playbackState).toBe('playing');
  await unmount();
  expect(session.metadata).toBeNull();
  expect(session.playbackState).toBe('none');
});
