import type { Alignment } from '../wire/alignment.js';

import { createColumn } from './column.js';
import { estimateAlignment } from './estimate-alignment.js';

/** How far the times can be trusted, and why not further. */
export interface TimeQuality {
  readonly level: 'exact' | 'repaired' | 'estimated' | 'none';
  readonly reasons: readonly string[];
}

/**
 * When each element of a text starts, growing as chunks come. Only times grow: the text is known from the start,
 * or, where it is not, is what the elements join to.
 */
export interface TimeTrack {
  readonly text: string;
  /** Elements with times so far. */
  readonly count: number;
  /** Seconds at which each element starts; the first `count` are valid, and never fall. */
  readonly starts: Float64Array;
  /** UTF-16 offset behind the last character whose time is known. */
  readonly knownUntil: number;
  /** Seconds at which the last known element ends. */
  readonly endTime: number;
  readonly quality: TimeQuality;
  /** The offset at which an element starts. */
  offset(element: number): number;
  /** The element that holds a character, or -1 where its time is not known. O(log n). */
  elementAt(offset: number): number;
  /** The last element that started at or before a time, or -1. O(log n). */
  elementStartedBy(time: number): number;
  append(alignment: Alignment | null): void;
  /** No more will come; `duration` in seconds where the sound's own length is known: without any times, they are spread over it. */
  end(duration?: number): void;
}

/** Creates an empty track over a text, or over what its elements will join to. */
export function createTimeTrack(source?: string): TimeTrack {
  const starts = createColumn(Float64Array);
  const offsets = createColumn(Int32Array);
  const reasons = new Set<string>();
  let joined = '';
  let knownUntil = 0;
  let endTime = 0;
  let ended = false;
  let strayed = false;
  let estimated = false;

  /** Times never fall and are never NaN, whatever came. */
  const mended = (time: number | undefined, least: number): number => {
    if (time !== undefined && time >= least && Number.isFinite(time)) return time;
    if (time === undefined || !(least - time < DUST))
      reasons.add(time === undefined ? 'missing-times' : 'unordered-times');
    return least;
  };

  function append(alignment: Alignment | null): void {
    if (!alignment || ended || strayed) return;
    const { characters, characterStartTimesSeconds, characterEndTimesSeconds } = alignment;
    for (let i = 0; i < characters.length; i++) {
      const character = characters[i] ?? '';
      if (source !== undefined && !source.startsWith(character, knownUntil)) {
        strayed = true;
        reasons.add('text-differs');
        return;
      }
      const start = mended(characterStartTimesSeconds[i], starts.count ? (starts.values[starts.count - 1] ?? 0) : 0);
      endTime = Math.max(endTime, mended(characterEndTimesSeconds[i], start));
      if (character === '') continue;
      starts.push(start);
      offsets.push(knownUntil);
      knownUntil += character.length;
      if (source === undefined) joined += character;
    }
  }

  return {
    get text() {
      return source ?? joined;
    },
    get count() {
      return starts.count;
    },
    get starts() {
      return starts.values;
    },
    get knownUntil() {
      return knownUntil;
    },
    get endTime() {
      return endTime;
    },
    get quality() {
      return qualityOf(starts.count, estimated, reasons);
    },
    offset: (element) => offsets.values[element] ?? knownUntil,
    elementAt: (offset) => (offset < 0 || offset >= knownUntil ? -1 : offsets.lastAtOrBelow(offset)),
    elementStartedBy: (time) => starts.lastAtOrBelow(time),
    append,
    end(duration) {
      if (starts.count === 0 && source && duration) {
        append(estimateAlignment(source, duration));
        estimated = true;
      }
      ended = true;
      if (starts.count && knownUntil < (source ?? joined).trimEnd().length) reasons.add('ends-before-the-text');
      if (duration !== undefined && starts.count && endTime - duration > SLACK) reasons.add('ends-after-the-sound');
    },
  };
}

/** Float dust of a decoder or a JSON printer, far below the 11.61 ms tick of the API. */
const DUST = 1e-6;
/** Seconds that an MP3 without an Info header may differ from its alignment: encoder delay and padding. */
const SLACK = 0.1;

function qualityOf(count: number, estimated: boolean, reasons: ReadonlySet<string>): TimeQuality {
  if (count === 0) return { level: 'none', reasons: ['no-times', ...reasons] };
  if (estimated) return { level: 'estimated', reasons: ['no-times', ...reasons] };
  return { level: reasons.size ? 'repaired' : 'exact', reasons: [...reasons] };
}
