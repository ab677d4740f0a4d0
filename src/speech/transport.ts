import type { Arrangement, Detour } from '../audio/arrangement.js';
import type { Point } from '../audio/program.js';
import type { Rendition } from '../store/rendition.js';
import type { ArrangedPlayer } from './arranged-player.js';

/**
 * Moves a player by seconds and by characters. A character whose time is not known yet is waited for:
 * the place counts as reached, and sound goes on as soon as its time comes.
 */
export interface Transport {
  play(): void;
  pause(): void;
  stop(): void;
  seek(seconds: number): void;
  seekToOffset(offset: number): void;
  /** Holds a place in the text until its time in other sound of it is known. */
  keepOffset(offset: number): void;
  /** Plays an arrangement, which begins at an offset. */
  arrange(arrangement: Arrangement, offset: number): Detour;
  /** To be called when times came: goes where it was to go. */
  settle(): void;
  /** Seconds of what is heard. */
  currentTime(): number;
  /** UTF-16 offset of the character that is heard. */
  currentOffset(): number;
  /** A place is held whose sound is not here. */
  readonly isHeld: boolean;
  /** Something was heard, or a place was gone to. */
  readonly placed: boolean;
}

/** A place that was gone to in seconds, and what that was taken for. */
interface Sought {
  readonly seconds: number;
  readonly point: Point;
  readonly sampleRate: number;
}

/** `onJump` hears of every change of place. */
export function createTransport(player: ArrangedPlayer, rendition: Rendition, onJump: () => void): Transport {
  /** UTF-16 offset of what is shown, of a place whose time is not known. */
  let place: number | null = null;
  let sought: Sought | null = null;
  let placed = false;

  const isPlaying = (): boolean => {
    const { phase } = player.getState();
    return phase === 'playing' || phase === 'buffering';
  };

  /** Plays on if it plays, also from a place that was waited for. */
  function goTo(seconds: number): void {
    const point = rendition.pointAt(seconds);
    place = null;
    placed = true;
    sought = { seconds, point, sampleRate: rendition.sampleRate };
    player.seek(point);
    onJump();
  }

  function settle(): void {
    player.settle();
    placed ||= player.getState().phase === 'playing';
    const time = place === null ? null : rendition.timeOf(place);
    if (time !== null) goTo(time);
    else if (place === null) {
      keepSeconds();
      comeBack();
    }
  }

  /** The bytes may say another sample rate than was taken for granted: a frame is another time then. */
  function keepSeconds(): void {
    if (!sought || rendition.sampleRate === sought.sampleRate) return;
    const { seconds, point } = sought;
    const { part, frame } = player.heard();
    const exact = rendition.pointAt(seconds);
    sought = null;
    if (part === point.part && frame === point.frame && exact.part === part) goTo(seconds);
  }

  /** A time that was gone to before the length was known may lie behind the end. */
  function comeBack(): void {
    const { duration, durationQuality } = rendition.view();
    if (durationQuality !== 'exact' || duration === null) return;
    const end = rendition.pointAt(duration);
    const { part, frame } = player.heard();
    if (part > end.part || (part === end.part && frame > end.frame)) goTo(duration);
  }

  function hold(offset: number): void {
    place = offset;
    placed = true;
    if (isPlaying()) wait(offset);
    onJump();
  }

  function wait(offset: number): void {
    player.wait();
    // Where there is no output, there is nothing to buy for.
    if (isPlaying()) rendition.reach(offset);
  }

  function moveToOffset(offset: number): void {
    const time = rendition.timeOf(offset);
    if (time === null) hold(offset);
    else goTo(time);
  }

  return {
    play() {
      if (place === null) player.play();
      else wait(place);
    },
    pause: player.pause,
    stop() {
      place = null;
      sought = null;
      placed = false;
      player.stop();
      onJump();
    },
    seek(seconds) {
      if (Number.isNaN(seconds)) return;
      const { timeline, duration, durationQuality } = rendition.view();
      // What has not come yet is waited for; infinity is no place.
      const isEnd = durationQuality === 'exact' || seconds === Number.POSITIVE_INFINITY;
      const time = Math.max(0, Math.min(seconds, isEnd ? (duration ?? 0) : seconds));
      if (rendition.isSettled(time)) goTo(time);
      else moveToOffset(timeline.offsetAt(time));
    },
    seekToOffset(offset) {
      const { text } = rendition.view().timeline;
      moveToOffset(Math.max(0, Math.min(Math.trunc(offset) || 0, text.length)));
    },
    keepOffset: hold,
    arrange(arrangement, offset) {
      place = null;
      sought = null;
      placed = true;
      const detour = player.arrange(arrangement);
      if (rendition.timeOf(offset) === null) hold(offset);
      else onJump();
      return detour;
    },
    settle,
    currentTime() {
      if (place === null) return rendition.secondsAt(player.heard());
      const { timeline, duration } = rendition.view();
      return timeline.timeAt(place) ?? (place / (timeline.text.length || 1)) * (duration ?? 0);
    },
    currentOffset() {
      return place ?? rendition.view().timeline.offsetAt(rendition.secondsAt(player.heard()));
    },
    get isHeld() {
      return place !== null;
    },
    get placed() {
      return placed;
    },
  };
}
