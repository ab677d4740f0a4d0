'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent } from 'react';
import type { Speech } from '../speech/speech.js';
import type { SpeechSnapshot } from '../speech/speech-snapshot.js';
import { Icon, type IconName } from './Icon.js';
import { useSpeechState } from './useSpeechState.js';

/** What pressing the button does now. */
export type PlayButtonAction = 'play' | 'pause' | 'stop' | 'again' | 'retry';

export interface PlayButtonProps extends ComponentPropsWithoutRef<'button'> {
  speech: Speech;
  /** Accessible names of what pressing it does. @default English; with children of your own, what they say */
  labels?: Partial<Record<PlayButtonAction, string>>;
}

const LABELS: Record<PlayButtonAction, string> = {
  play: 'Play',
  pause: 'Pause',
  stop: 'Stop loading',
  again: 'Play again',
  retry: 'Try again',
};
const ICONS: Record<PlayButtonAction, IconName> = {
  play: 'play',
  pause: 'pause',
  stop: 'stop',
  again: 'again',
  retry: 'play',
};

/**
 * Plays, pauses, or plays again, whichever is next. Renders a `<button>` whose name says it.
 *
 * @example <PlayButton speech={speech} />
 */
export const PlayButton = forwardRef<HTMLButtonElement, PlayButtonProps>(function PlayButton(
  { speech, labels, className, onClick, children, ...rest },
  ref,
) {
  const { status, action } = useSpeechState(speech, selectAction);
  function press(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event);
    if (event.defaultPrevented) return;
    if (action === 'pause') speech.pause();
    else if (action === 'stop') speech.stop();
    else speech.play();
  }
  const busy = status === 'buffering' && action !== 'play';
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      className={className ? `readalong-play ${className}` : 'readalong-play'}
      aria-label={children ? labels?.[action] : (labels?.[action] ?? LABELS[action])}
      aria-busy={busy || undefined}
      data-status={status}
      onClick={press}
    >
      {children ?? (
        <>
          {busy && <Icon name="ring" className="readalong-spinner" />}
          <Icon name={ICONS[action]} />
        </>
      )}
    </button>
  );
});

function selectAction({ status, loading, blocked }: SpeechSnapshot): {
  status: typeof status;
  action: PlayButtonAction;
} {
  // The browser waits for a press before it lets anything sound: this one.
  if (blocked) return { status, action: 'play' };
  if (status === 'playing') return { status, action: 'pause' };
  if (status === 'buffering') return { status, action: loading === 'waiting' ? 'stop' : 'pause' };
  if (status === 'ended') return { status, action: 'again' };
  return { status, action: status === 'error' ? 'retry' : 'play' };
}
