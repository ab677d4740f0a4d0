import type { Player } from '../audio/player.js';
import type { Rendition } from '../store/rendition.js';

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

/** `onJump` hears of every change of place. */
export function createTransport(player: Player, rendition: Rendition, onJump: () => void): Transport {
  /** UTF-16 offset of what is shown. */
  let place: number | null = null;
  let wanted = false;
  let placed = false;

  const isPlaying = (): boolean => {
    const { phase } = player.getState();
    return phase === 'playing' || phase === 'buffering';
  };

  function moveTo(seconds: number): void {
    placed = true;
    player.seek(rendition.pointAt(seconds));
    onJump();
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
    const time = place === null ? null : rendition.timeOf(place);
    if (time !== null) goTo(time);
    else if (place === null) comeBack();
  }

  /** A time that was gone to before the length was known may lie behind the end. */
  function comeBack(): void {
    const { duration, durationQuality } = rendition.view();
    if (durationQuality !== 'exact' || duration === null) return;
    const end = rendition.pointAt(duration);
    const { part, frame } = player.heard();
    if (part > end.part || (part === end.part && frame > end.frame)) moveTo(duration);
  }

  function hold(offset: number): void {
    wanted ||= isPlaying();
    player.pause();
    place = offset;
    placed = true;
    if (wanted) rendition.reach(offset);
    onJump();
  }

  function moveToOffset(offset: number): void {
    const time = rendition.timeOf(offset);
    if (time === null) hold(offset);
    else goTo(time);
  }

  return {
    play() {
      if (place === null) {
        player.play();
        return;
      }
      wanted = true;
      player.unlock();
      rendition.reach(place);
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
    settle,
    currentTime() {
      if (place === null) return rendition.secondsAt(player.heard());
      const { timeline, duration } = rendition.view();
      return timeline.timeAt(place) ?? (place / (timeline.text.length || 1)) * (duration ?? 0);
    },
    currentOffset() {
      return place ?? rendition.view().timeline.offsetAt(rendition.secondsAt(player.heard()));
    },
    get waiting() {
      return place === null ? null : wanted ? 'playing' : 'still';
    },
    get placed() {
      return placed;
    },
  };
}
