import type { PcmPart } from './part.js';

export interface SlicePartOptions {
  /** The first frame of the source that belongs to it. */
  readonly from: number;
  /** The frame behind the last, 'end' where that is the source's own, null while it is not known. */
  readonly to: () => number | 'end' | null;
  /** Whether it begins, and ends, in mid-sound: then it fades in, or out. */
  readonly fadesIn: boolean;
  readonly fadesOut: () => boolean;
}

/** Seconds of a fade: less clicks. */
const FADE = 0.005;

/** A stretch of a part, as a part of its own. Nothing of it can be read before its end is known, so nothing beyond it is heard. */
export function slicePart(source: PcmPart, { from, to, fadesIn, fadesOut }: SlicePartOptions): PcmPart {
  /** Its length in frames, or null while that is not known. */
  function length(): number | null {
    const { ready, final } = source.frames();
    const end = to();
    const most = final ? ready : null;
    const last = typeof end === 'number' ? Math.min(end, most ?? end) : most;
    return last === null ? null : Math.max(0, last - from);
  }

  return {
    id: `${source.id} from ${from}`,
    get sampleRate() {
      return source.sampleRate;
    },
    frames() {
      const count = length();
      if (count === null) return { ready: 0, final: false };
      const { ready, final } = source.frames();
      return { ready: Math.max(0, Math.min(count, ready - from)), final: final || ready >= from + count };
    },
    async read(first, count, signal) {
      const samples = await source.read(from + first, count, signal);
      const whole = length();
      if (whole === null) return samples;
      const fade = Math.min(Math.round(FADE * source.sampleRate), whole >> 1);
      // Asked once: who answers may have to look it up in a whole text.
      const ends = fadesOut();
      // A copy: what was read may be kept in the source's cache.
      const own = samples.slice();
      for (let i = 0; i < count; i++) {
        const after = first + i;
        const before = whole - 1 - after;
        const near = Math.min(fadesIn ? after : fade, ends ? before : fade);
        if (near < fade) own[i] = (own[i] ?? 0) * (Math.max(0, near) / fade);
      }
      return own;
    },
    onGrow: source.onGrow,
  };
}
