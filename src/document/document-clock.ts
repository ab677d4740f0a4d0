import type { Point } from '../audio/program.js';
import type { DocumentPart } from './document-part.js';
import type { DocumentParts } from './document-parts.js';
import type { Pace } from './pace.js';
import { createTimeAxis, type TimeAxis } from './time-axis.js';

/** Places of a document in seconds: measured where it was bought, by the pace elsewhere. Offsets are UTF-16 units of its text. */
export interface DocumentClock {
  axis(): TimeAxis<DocumentPart>;
  /** Something came, was cut anew or grew. */
  forget(): void;
  /** Somebody goes to where a part begins: what is guessed before it moves it no more. */
  pin(part: number): void;
  /** Seconds of a part, by its number; what of it has not come is guessed. */
  secondsOf(part: number): number;
  secondsAt(point: Point): number;
  /** The first frame at or behind a time. */
  pointAt(seconds: number): Point;
  /** When a character is heard, once that is certain. */
  timeOf(offset: number): number | null;
  /** The point behind the sound of the character at an offset, once that is certain. */
  pointBehind(offset: number): Point | null;
  /** Whether the sound of a time is here. */
  isSettled(seconds: number): boolean;
}

export interface DocumentClockOptions {
  readonly parts: DocumentParts;
  readonly pace: Pace;
  /** UTF-16 units of the text. */
  length(): number;
  /** Samples a second of a part that has not come. */
  readonly sampleRate: number;
  /** What becomes of a part that cannot be had: a gap, or nothing. */
  readonly onFailure: 'stop' | 'skip';
}

export function createDocumentClock(options: DocumentClockOptions): DocumentClock {
  const { parts, pace, length, sampleRate, onFailure } = options;
  const pins = new Map<number, number>();
  let current: TimeAxis<DocumentPart> | null = null;

  function axis(): TimeAxis<DocumentPart> {
    if (current) return current;
    // What cannot be had is a gap; where it is passed over, it takes no time.
    const bought = parts
      .inOrder()
      .filter(({ phase }) => phase !== 'unbought' && (phase !== 'failed' || onFailure === 'skip'));
    measurePace(bought);
    current = createTimeAxis({
      length: length(),
      bought: bought.map((part) => ({
        part,
        start: part.start,
        end: parts.endOf(part.start),
        seconds: secondsOf(part),
        isWhole: part.phase !== 'coming',
      })),
      pace: pace.secondsPerUnit,
      pins,
    });
    return current;
  }

  function measurePace(bought: readonly DocumentPart[]): void {
    let units = 0;
    let seconds = 0;
    for (const part of bought) {
      if (part.phase !== 'whole') continue;
      units += parts.endOf(part.start) - part.start;
      seconds += part.seconds;
    }
    pace.measure(units, seconds);
  }

  function secondsOf(part: DocumentPart): number {
    if (part.phase !== 'coming') return part.seconds;
    const units = parts.endOf(part.start) - part.start;
    const { times } = part;
    const known = times?.knownUntil ?? 0;
    const measured = times && known > 0 ? (times.endAt(known - 1) ?? 0) : 0;
    return Math.max(part.seconds, measured + Math.max(0, units - known) * pace.secondsPerUnit);
  }

  function startTime(part: number): number {
    const stretch = axis().atOffset(part);
    if (!stretch) return 0;
    if (stretch.part) return stretch.startTime;
    return stretch.startTime + (stretch.seconds * (part - stretch.start)) / (stretch.end - stretch.start || 1);
  }

  return {
    axis,
    forget() {
      current = null;
    },
    pin(part) {
      pins.set(part, startTime(part));
    },
    secondsOf(number) {
      const part = parts.find(number);
      if (part && part.phase !== 'unbought') return secondsOf(part);
      return (parts.endOf(number) - number) * pace.secondsPerUnit;
    },
    secondsAt: ({ part, frame }) => startTime(part) + frame / (parts.find(part)?.sampleRate ?? sampleRate),
    pointAt(seconds) {
      const stretch = axis().atTime(seconds);
      if (!stretch?.part) return { part: Math.max(0, parts.startAt(stretch?.start ?? 0)), frame: 0 };
      const { part } = stretch;
      let frame = Math.max(0, Math.floor((seconds - stretch.startTime) * part.sampleRate));
      while (stretch.startTime + frame / part.sampleRate < seconds) frame++;
      return { part: part.start, frame };
    },
    timeOf(offset) {
      const stretch = axis().atOffset(offset);
      const part = stretch?.part;
      if (!stretch || !part) return null;
      const known = part.times?.startAt(offset - part.start) ?? null;
      if (known !== null) return stretch.startTime + known;
      if (offset <= part.start || part.phase === 'failed') return stretch.startTime;
      return part.phase === 'coming' ? null : stretch.startTime + stretch.seconds;
    },
    pointBehind(offset) {
      const part = axis().atOffset(offset)?.part;
      const time = part?.times?.endAt(offset - part.start) ?? null;
      return !part || time === null ? null : { part: part.start, frame: Math.round(time * part.sampleRate) };
    },
    isSettled(seconds) {
      const stretch = axis().atTime(seconds);
      if (!stretch?.part) return false;
      return stretch.part.phase !== 'coming' || seconds <= stretch.startTime + stretch.part.seconds;
    },
  };
}
