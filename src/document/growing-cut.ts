import { type CutOptions, createCut, type TextCut } from './cut-text.js';
import type { GrowingText, HeldPart } from './growing-text.js';

/** The cut of a text that may still be coming: the same for all who read it with the same options, whenever they began. */
export interface GrowingCut {
  readonly cut: TextCut;
  /** Takes over what came, and what others asked for. Tells whether there was anything. */
  catchUp(): boolean;
  /** Says that the part is asked for that begins at an offset. */
  hold(start: number): void;
  /** The text as it was when a part was first asked for, by whomever: what is sent along with it depends on that. */
  textFor(start: number): string;
}

export function createGrowingCut(source: GrowingText, options: Omit<CutOptions, 'final'>): GrowingCut {
  // Else it has to be cut as it came.
  const isWhole = source.final && source.held.length === 0;
  const cut = createCut(isWhole ? source.text : '', { ...options, final: isWhole });
  const own = new Set<HeldPart>();
  let length = isWhole ? source.text.length : 0;
  let isFinal = isWhole;
  let taken = 0;

  function grow(until: number, final: boolean): boolean {
    if (until <= length && final === isFinal) return false;
    cut.append(source.text.slice(length, until), final);
    length = Math.max(length, until);
    isFinal = final;
    return true;
  }

  function take(part: HeldPart): boolean {
    if (own.has(part)) return false;
    const grew = grow(part.known, false);
    const number = cut.partAt(part.start);
    // Of one with other options the parts are others.
    if (cut.start(number) !== part.start) return grew;
    cut.hold(number);
    return true;
  }

  function catchUp(): boolean {
    let changed = false;
    for (let part = source.held[taken]; part; part = source.held[taken]) {
      taken++;
      changed = take(part) || changed;
    }
    return grow(source.text.length, source.final) || changed;
  }

  catchUp();
  return {
    cut,
    catchUp,
    hold(start) {
      cut.hold(cut.partAt(start));
      if (source.final || source.held.some((part) => part.start === start)) return;
      const part = { start, known: source.text.length };
      // Before it is told: what is heard of it here changes nothing.
      own.add(part);
      source.hold(part);
    },
    textFor(start) {
      const part = source.held.find((part) => part.start === start);
      // With other options it is longer here.
      return part ? source.text.slice(0, Math.max(part.known, cut.end(cut.partAt(start)))) : source.text;
    },
  };
}
