import { bindMediaSession, createElementRoute, createSpeech } from 'react-readalong';
import recording from '../react/recording.json' with { type: 'json' };

/** Shown on the lock screen while it plays; the element lets a phone play on in the background. */
export default function showOnTheLockScreen() {
  const route = createElementRoute({ onPause: () => speech.pause() });
  const speech = createSpeech({ recording }, { route });
  const leave = bindMediaSession(speech, { title: 'A recording', artist: 'The stand-in' });
  const { status } = speech.getSnapshot();
  leave();
  speech.dispose();
  return { status, shown: navigator.mediaSession.metadata?.title ?? 'nothing, since nothing plays' };
}
