import { vi } from 'vitest';

/** A page's media session that shows nothing, and what it was told. */
export interface FakeMediaSession {
  readonly metadata: { readonly init: MediaMetadataInit } | null;
  readonly playbackState: MediaSessionPlaybackState;
  /** Every position that was told, the latest last; undefined where it was taken back. */
  readonly positions: readonly (MediaPositionState | undefined)[];
  /** The actions that have a handler. */
  readonly actions: readonly string[];
  /** The reader presses a button of the lock screen. */
  press(action: MediaSessionAction, details?: Partial<MediaSessionActionDetails>): void;
}

export interface FakeMediaSessionOptions {
  /** Actions that this browser does not know. */
  unknown?: readonly string[];
  /** @default true */
  positions?: boolean;
}

/** Stubs `navigator` and `MediaMetadata`, as strict as browsers are. */
export function stubMediaSession({
  unknown = [],
  positions: hasPositions = true,
}: FakeMediaSessionOptions = {}): FakeMediaSession {
  const handlers = new Map<string, MediaSessionActionHandler>();
  const positions: (MediaPositionState | undefined)[] = [];
  const session = {
    metadata: null as FakeMediaSession['metadata'],
    playbackState: 'none' as MediaSessionPlaybackState,
    setActionHandler(action: string, handler: MediaSessionActionHandler | null) {
      if (unknown.includes(action)) throw new TypeError(`'${action}' is not a valid enum value`);
      if (handler) handlers.set(action, handler);
      else handlers.delete(action);
    },
    ...(hasPositions && {
      setPositionState(state?: MediaPositionState) {
        if (state) {
          const { duration = Number.NaN, position = 0, playbackRate = 1 } = state;
          if (!(duration >= 0) || !(position >= 0 && position <= duration) || !playbackRate)
            throw new TypeError('bad position');
        }
        positions.push(state);
      },
    }),
  };
  vi.stubGlobal('navigator', { mediaSession: session });
  vi.stubGlobal(
    'MediaMetadata',
    class {
      constructor(readonly init: MediaMetadataInit) {
        for (const { src } of init.artwork ?? []) new URL(src, 'https://page.test/');
      }
    },
  );
  return {
    get metadata() {
      return session.metadata;
    },
    get playbackState() {
      return session.playbackState;
    },
    positions,
    get actions() {
      return [...handlers.keys()];
    },
    press(action, details = {}) {
      handlers.get(action)?.({ action, ...details });
    },
  };
}
