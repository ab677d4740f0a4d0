import { type FollowInput, watchReaderScroll } from './follow-input.js';
import type { FollowEvent, FollowSnapshot, FollowState } from './follow-state.js';
import { offsetFromPoint } from './hit-test.js';
import { scrollerOf } from './scroller.js';
import { rectsOfText, type ShownPage } from './shown-page.js';
import { onJump, type VoicePlace } from './voice-place.js';

/** What a driver sees and moves of a follower. */
export interface FollowHandle {
  state(): FollowState;
  send(event: FollowEvent): void;
  point(direction: FollowSnapshot['direction']): void;
}

/** Milliseconds after which a smooth scroll is over, where the browser does not say. */
const LONGEST_SCROLL = 1200;

/** Where to look for text in a view: its middle may lie between two paragraphs, or beside a short line. */
const SIGHTS = [0.5, 0.45, 0.55, 0.3, 0.7];

/** The hands of a follower: reads the line's place once a word, and scrolls when it leaves the middle third of the view. */
export interface FollowDriver {
  /** Looks where the line is now. */
  look(): void;
  /** The reader has scrolled. */
  scrolled(): void;
  /** Brings the line of a character into the middle third. Whether it is there to be shown. */
  show(offset: number): boolean;
  stop(): void;
}

/** Starts to follow a voice through a page. */
export function createFollowDriver(
  page: ShownPage,
  voice: VoicePlace,
  { state, send, point }: FollowHandle,
): FollowDriver {
  let scroller = scrollerOf(page.root);
  let input: FollowInput = watchReaderScroll(scroller, scrolled);
  let scrollEars = listenToScroll();
  let shown = -1;
  let goal: { readonly top: number; readonly until: number } | null = null;
  let frame = 0;

  function scrolled(): void {
    if (voice.litOffset() === null) return;
    goal = null;
    if (state() === 'detached') return;
    send('scrolled');
    look();
  }

  function listenToScroll(): AbortController {
    const ears = new AbortController();
    scroller.target.addEventListener('scroll', onScroll, { passive: true, signal: ears.signal });
    scroller.target.addEventListener('scrollend', arrive, { passive: true, signal: ears.signal });
    return ears;
  }

  function onScroll(): void {
    if (goal && Math.abs(scroller.top - goal.top) <= 1) arrive();
    if (state() === 'detached' && frame === 0) {
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (state() === 'detached') pointToVoice();
      });
    }
  }

  function arrive(): void {
    goal = null;
    if (state() === 'returning') send('arrived');
  }

  /** An app may have given the text another scroller since. */
  function renewScroller(): void {
    const now = scrollerOf(page.root);
    if (now.element === scroller.element) return;
    input.stop();
    scrollEars.abort();
    scroller = now;
    goal = null;
    input = watchReaderScroll(scroller, scrolled);
    scrollEars = listenToScroll();
  }

  /** The line that is heard, where the page will stand when it has come to rest. */
  function measure(offset: number): { top: number; height: number } | null {
    const { words } = page.spans;
    const word = words.indexAt(offset);
    const [rect] = rectsOfText(page, Math.max(0, words.start(word)), Math.max(1, words.end(word)));
    if (!rect) return null;
    return { top: rect.top + (goal ? scroller.top - goal.top : 0), height: rect.height };
  }

  function keepInBand(offset: number): boolean {
    page.ensureShown?.(offset);
    renewScroller();
    if (goal && performance.now() > goal.until) goal = null;
    const line = measure(offset);
    if (!line) return false;
    const { top, height } = scroller.view();
    const band = { top: top + height / 3, bottom: top + (2 * height) / 3 };
    const isIn = line.top >= band.top && line.top + line.height <= band.bottom;
    const at = goal?.top ?? scroller.top;
    const wanted = Math.min(scroller.bottom, Math.max(0, Math.round(at + line.top - band.top)));
    if (!isIn && Math.abs(wanted - at) > 1) {
      goal = { top: scroller.scrollTo(wanted), until: performance.now() + LONGEST_SCROLL };
      if (Math.abs(scroller.top - goal.top) <= 1) arrive();
    } else if (!goal) arrive();
    return true;
  }

  function pointToVoice(): void {
    const offset = voice.litOffset();
    if (offset === null) return;
    const { top, height } = scroller.view();
    const line = measure(offset);
    if (line) {
      point(line.top + line.height / 2 < top + height / 2 ? 'up' : 'down');
      return;
    }
    // Its paragraph is not in the DOM: what is in the view comes before or after it.
    const { left, width } = page.root.getBoundingClientRect();
    const { ownerDocument } = page.root;
    for (const share of SIGHTS) {
      const seen = offsetFromPoint(ownerDocument, page.map, left + width / 2, top + share * height);
      if (seen === null) continue;
      point(offset < seen ? 'up' : 'down');
      return;
    }
  }

  function look(): void {
    const offset = voice.litOffset();
    if (offset === null) {
      shown = -1;
      send('silent');
      return;
    }
    shown = input.isHeld ? -1 : page.spans.words.indexAt(offset);
    if (state() === 'detached') pointToVoice();
    else if (!input.isHeld) keepInBand(offset);
  }

  function onFrame(): void {
    const offset = voice.litOffset();
    if (offset === null || page.spans.words.indexAt(offset) !== shown) look();
  }

  const leaveFrames = voice.subscribeFrames(onFrame);
  const leaveJumps = onJump(voice, () => {
    shown = -1;
    send('jumped');
  });
  return {
    look,
    scrolled,
    show: keepInBand,
    stop() {
      leaveFrames();
      leaveJumps();
      input.stop();
      scrollEars.abort();
      cancelAnimationFrame(frame);
    },
  };
}
