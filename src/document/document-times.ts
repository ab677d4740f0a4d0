import type { TextTimes } from '../alignment/text-times.js';
import type { TimeQuality, TimeReason } from '../alignment/time-quality.js';
import type { DocumentPart } from './document-part.js';
import type { Stretch, TimeAxis } from './time-axis.js';

/** One answer for the times of a whole document: those of its parts where they were bought, guesses elsewhere. */
export function documentTimes(text: string, axis: TimeAxis<DocumentPart>): TextTimes {
  const views = new Map<Stretch<DocumentPart>, StretchTimes>();

  function at(stretch: Stretch<DocumentPart> | undefined): StretchTimes | null {
    if (!stretch) return null;
    const view = views.get(stretch) ?? stretchTimes(text, stretch);
    views.set(stretch, view);
    return view;
  }
  const holding = (offset: number): StretchTimes | null =>
    offset >= 0 && offset < axis.length ? at(axis.atOffset(offset)) : null;

  return {
    quality: qualityOf(text, axis),
    knownUntil: axis.length,
    startAt: (offset) => holding(offset)?.startAt(offset) ?? null,
    endAt: (offset) => holding(offset)?.endAt(offset) ?? null,
    elementStart: (offset) => holding(offset)?.elementStart(offset) ?? offset,
    elementEnd: (offset) => holding(offset)?.elementEnd(offset) ?? offset,
    startedUntil: (time) => (time < 0 ? 0 : (at(axis.atTime(time))?.startedUntil(time) ?? 0)),
  };
}

interface StretchTimes {
  startAt(offset: number): number;
  endAt(offset: number): number;
  elementStart(offset: number): number;
  elementEnd(offset: number): number;
  startedUntil(time: number): number;
}

/** Times of one stretch: what its recording says, and behind that, evenly, what is guessed. */
function stretchTimes(text: string, { start, end, startTime, seconds, part }: Stretch<DocumentPart>): StretchTimes {
  const times = part?.times ?? null;
  const known = times ? Math.min(end, start + times.knownUntil) : start;
  const knownTime = times && known > start ? (times.endAt(known - start - 1) ?? 0) : 0;
  const perUnit = end > known ? Math.max(0, seconds - knownTime) / (end - known) : 0;
  const limit = startTime + seconds;
  const clamp = (time: number): number => Math.min(limit, time);
  const guess = (offset: number): number => clamp(startTime + knownTime + (offset - known) * perUnit);
  const isPairStart = (offset: number): boolean =>
    /[\ud800-\udbff]/.test(text[offset] ?? '') && /[\udc00-\udfff]/.test(text[offset + 1] ?? '');
  const codePointStart = (offset: number): number => (offset > known && isPairStart(offset - 1) ? offset - 1 : offset);
  const codePointEnd = (offset: number): number => offset + (isPairStart(offset) ? 2 : 1);

  return {
    startAt(offset) {
      if (offset < known) return clamp(startTime + (times?.startAt(offset - start) ?? 0));
      return guess(codePointStart(offset));
    },
    endAt(offset) {
      if (offset < known) return clamp(startTime + (times?.endAt(offset - start) ?? 0));
      return guess(codePointEnd(codePointStart(offset)));
    },
    elementStart: (offset) =>
      offset < known && times ? start + times.elementStart(offset - start) : codePointStart(offset),
    elementEnd: (offset) =>
      offset < known && times
        ? Math.min(end, start + times.elementEnd(offset - start))
        : Math.min(end, codePointEnd(codePointStart(offset))),
    startedUntil(time) {
      const into = time - startTime;
      if (times && known > start && (into < knownTime || known === end))
        return Math.min(known, start + times.startedUntil(into));
      if (perUnit === 0) return known;
      const offset = known + Math.floor((into - knownTime) / perUnit);
      return Math.min(end, codePointEnd(codePointStart(Math.min(offset, end - 1))));
    },
  };
}

function qualityOf(text: string, { stretches, length }: TimeAxis<DocumentPart>): TimeQuality {
  const reasons = new Set<TimeReason>();
  let guessed = 0;
  for (const { start, end, part } of stretches) {
    const quality = part?.times?.quality;
    const known = part?.times?.knownUntil ?? 0;
    if (start + known < end && /\S/.test(text.slice(start + known, end))) {
      guessed += end - start - known;
      reasons.add('not-bought-yet');
    }
    for (const reason of quality?.reasons ?? []) if (reason !== 'no-times') reasons.add(reason);
    if (quality?.level === 'estimated') guessed += known;
  }
  if (length === 0) return { level: 'none', reasons: ['no-times'] };
  if (guessed > length / 2) return { level: 'estimated', reasons: [...reasons] };
  return reasons.size > 0 ? { level: 'repaired', reasons: [...reasons] } : { level: 'exact', reasons: [] };
}
