import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import {
  createElementRoute,
  createSpeech,
  HighlightedTranscript,
  useMediaSession,
  type WireSpeechChunk,
} from 'react-readalong';
import { expect, waitFor } from 'storybook/test';
import { Bar } from '../Bar.js';
import { inTests, speaks } from '../speaks.js';
import recording from './recording.json' with { type: 'json' };

/** Through an audio element, for then a phone plays on with its screen locked. */
function OnTheLockScreen() {
  const [speech] = useState(() => {
    const route = createElementRoute({ onPause: () => speech.pause() });
    const speech = createSpeech({ recording: recording as WireSpeechChunk }, { route });
    return speech;
  });
  useMediaSession(speech, { title: 'A recording', artist: 'The stand-in', album: 'Stories' });
  return (
    <>
      <HighlightedTranscript speech={speech} lang="en" />
      <Bar speech={speech} />
    </>
  );
}

const meta = { title: 'Hooks/useMediaSession', render: () => <OnTheLockScreen /> } satisfies Meta;
export default meta;

/** Play it, lock the phone, and use the buttons of the lock screen; or the media keys of a keyboard. */
export const LockScreen: StoryObj<typeof meta> = {
  play: inTests(async ({ canvasElement }) => {
    await speaks({ canvasElement });
    await waitFor(() => expect(navigator.mediaSession.metadata?.title).toBe('A recording'));
    await waitFor(() => expect(navigator.mediaSession.playbackState).toBe('playing'));
  }),
};
