import { createListeners } from '../audio/listeners.js';
import { createFollowDriver, type FollowDriver } from './follow-driver.js';
import { type FollowEvent, type FollowSnapshot, nextFollowState } from './follow-state.js';
import type { ShownPage } from './shown-page.js';
import type { VoicePlace } from './voice-place.js';

/** Keeps the line that is heard in the middle of the view, until the reader scrolls. */
export interface Follow {
  getSnapshot(): FollowSnapshot;
  /** Calls back at every new snapshot. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Lets the page stay where it is, as when the reader scrolls. Does nothing while no voice is heard. */
  detach(): void;
  /**
   * Shows the line of a character, a UTF-16 offset of the text that is shown: in the middle third of the view, and alike
   * whether it is in the DOM or not. A voice that is heard goes on without the page. Before there is a page it waits for one.
   */
  scrollToOffset(offset: number): void;
  /** Goes back to the voice, and on with it. `focus` moves the keyboard there too. */
  returnToVoice(options?: { focus?: boolean }): void;
  /** Starts to follow a voice through a page. Returns how to stop. */
  attach(page: ShownPage, voice: VoicePlace): () => void;
}

const START: FollowSnapshot = { state: 'following', direction: 'down' };

/** Creates a follower; it does nothing before it is attached. */
export function createFollow(): Follow {
  const listeners = createListeners();
  let snapshot = START;
  let awaited: number | null = null;
  let attached: { readonly page: ShownPage; readonly driver: FollowDriver } | null = null;

  function set(next: FollowSnapshot): void {
    if (next.state === snapshot.state && next.direction === snapshot.direction) return;
    snapshot = next;
    listeners.call();
  }
  const send = (event: FollowEvent): void => set({ ...snapshot, state: nextFollowState(snapshot.state, event) });

  return {
    getSnapshot: () => snapshot,
    subscribe: listeners.add,
    detach() {
      awaited = null;
      attached?.driver.scrolled();
    },
    scrollToOffset(offset) {
      attached?.driver.scrolled();
      // The whole of a long text is there a little later than its beginning.
      awaited = attached?.driver.show(offset) ? null : offset;
    },
    returnToVoice({ focus = false } = {}) {
      awaited = null;
      send('called');
      if (focus) attached?.page.root.focus({ preventScroll: true });
      attached?.driver.look();
    },
    attach(page, voice) {
      const driver = createFollowDriver(page, voice, {
        state: () => snapshot.state,
        send,
        point: (direction) => set({ ...snapshot, direction }),
      });
      const own = { page, driver };
      attached = own;
      if (awaited !== null && driver.show(awaited)) awaited = null;
      return () => {
        driver.stop();
        if (attached === own) attached = null;
      };
    },
  };
}
