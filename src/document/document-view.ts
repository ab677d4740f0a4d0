import { timelineOver } from '../alignment/timeline.js';
import type { Point, Program } from '../audio/program.js';
import { costOf, countCodePoints } from '../store/cost.js';
import type { RenditionView } from '../store/rendition.js';
import type { DocumentClock } from './document-clock.js';
import type { DocumentPart } from './document-part.js';
import type { DocumentParts } from './document-parts.js';
import type { DocumentText } from './document-text.js';
import { documentTimes } from './document-times.js';
import type { Ledger } from './ledger.js';

export interface DocumentViewOptions {
  readonly text: DocumentText;
  readonly parts: DocumentParts;
  readonly clock: DocumentClock;
  readonly ledger: Ledger;
  readonly modelId: string | undefined;
  readonly after: Program['after'];
}

/** Looks at a document from the place that is heard: its timeline, how far it can be heard, what it costs. */
export function createDocumentView(options: DocumentViewOptions): (heard: Point) => RenditionView {
  const { text, parts, clock, ledger, modelId, after } = options;
  const counts = new Map<DocumentPart, { end: number; characters: number }>();

  function charactersOf(part: DocumentPart): number {
    const end = parts.endOf(part.start);
    const found = counts.get(part);
    if (found?.end === end) return found.characters;
    const counted = { end, characters: countCodePoints(text.text, part.start, end) };
    counts.set(part, counted);
    return counted.characters;
  }

  /** Seconds up to which it can be heard without a break. */
  function bufferedFrom(point: Point): number {
    let end = clock.secondsAt(point);
    for (let at: number | 'end' | 'unknown' = point.part; typeof at === 'number'; at = after(at)) {
      const part = parts.find(at);
      if (!part || part.phase === 'unbought') break;
      end = clock.secondsAt({ part: at, frame: 0 }) + part.seconds;
      if (part.phase === 'coming') break;
    }
    return end;
  }

  return (heard) => {
    const axis = clock.axis();
    const bought = parts.inOrder().filter(({ phase }) => phase !== 'unbought' && phase !== 'failed');
    const isExact = text.final && axis.stretches.every(({ part }) => part && part.phase !== 'coming');
    const had = bought.reduce((sum, part) => sum + charactersOf(part), 0);
    return {
      timeline: timelineOver(text.spans(), documentTimes(text.text, axis), axis.seconds),
      duration: axis.seconds,
      durationQuality: isExact ? 'exact' : 'estimated',
      buffered: bufferedFrom(heard),
      spent: ledger.spent,
      toCome: costOf(text.characters - had, modelId),
      requestId: null,
    };
  };
}
