import type { Timeline } from '../alignment/timeline.js';
import type { Player } from '../audio/player.js';

/** What the transport must know of the speech at this moment. */
export interface TransportView {
  readonly timeline: Timeline;
  /** Seconds, or null; exact once `whole`. */
  readonly duration: number | null;
  /** No more sound or times will come. */
  readonly over: boolean;
  readonly whole: boolean;
  /** Other sound is on its way: places in this one do not count. */
  readonly renewing: boolean;
}

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
  /** To be called when times came: goes where it was to go. */
  settle(): void;
  /** Seconds of what is heard. */
  currentTime(): number;
  /** UTF-16 offset of the character that is heard. */
  currentOffset(): number;
  /** A place whose time is not known: `playing` once it is, or standing still. */
  readonly waiting: 'playing' | 'still' | null;
  /** Something was heard, or a place was gone to. */
  readonly placed: boolean;
}

/** `rate` gives the frames of a second, which bytes may correct; `onJump` hears of every change of place. */
export function createTransport(
  player: Player,
  rate: () => number,
  view: () => TransportView,
  onJump: () => void,
): Transport {
  let place: number | null = null;
  let wanted = false;
  let placed = false;

  const isPlaying = (): boolean => {
    const { phase } = player.getState();
    return phase === 'playing' || phase === 'buffering';
  };

  function moveTo(seconds: number): void {
    // The first frame at or behind the time: one before it would still light the character before.
    let frame = Math.floor(seconds * rate());
    while (frame / rate() < seconds) frame++;
    placed = true;
    player.seek({ part: 0, frame });
    onJump();
  }

  /** Seconds of a place, or null while it may still come. */
  function timeOf(offset: number): number | null {
    const { timeline, duration, over } = view();
    const time = timeline.timeAt(offset);
    if (time !== null || !over) return time;
    return timeline.knownUntil > 0 ? duration : 0;
  }

  function goTo(seconds: number): void {
    const goesOn = place !== null && wanted;
    place = null;
    wanted = false;
    moveTo(seconds);
    if (goesOn) player.play();
  }

  function settle(): void {
    placed ||= player.getState().phase === 'playing';
    const time = place === null || view().renewing ? null : timeOf(place);
    if (time !== null) goTo(time);
    else if (place === null) comeBack();
  }

  /** A time that was gone to before the length was known may lie behind the end. */
  function comeBack(): void {
    const { whole, duration } = view();
    if (whole && duration !== null && player.heard().frame > Math.ceil(duration * rate())) moveTo(duration);
  }

  function hold(offset: number): void {
    wanted ||= isPlaying();
    player.pause();
    place = offset;
    placed = true;
    onJump();
  }

  return {
    play() {
      if (place === null) {
        player.play();
        return;
      }
      wanted = true;
      player.unlock();
    },
    pause() {
      wanted = false;
      player.pause();
    },
    stop() {
      place = null;
      wanted = false;
      placed = false;
      player.stop();
      onJump();
    },
    seek(seconds) {
      if (Number.isNaN(seconds)) return;
      const { duration, whole } = view();
      // What has not come yet is waited for; infinity is no place.
      const end = whole || seconds === Number.POSITIVE_INFINITY ? (duration ?? 0) : seconds;
      goTo(Math.max(0, Math.min(seconds, end)));
    },
    seekToOffset(offset) {
      const { text } = view().timeline;
      const wished = Math.max(0, Math.min(Math.trunc(offset) || 0, text.length));
      const time = timeOf(wished);
      if (time === null) hold(wished);
      else goTo(time);
    },
    keepOffset: hold,
    settle,
    currentTime() {
      if (place === null) return player.heard().frame / rate();
      const { timeline, duration } = view();
      return timeline.timeAt(place) ?? (place / (timeline.text.length || 1)) * (duration ?? 0);
    },
    currentOffset() {
      return place ?? view().timeline.offsetAt(player.heard().frame / rate());
    },
    get waiting() {
      return place === null ? null : wanted ? 'playing' : 'still';
    },
    get placed() {
      return placed;
    },
  };
}
