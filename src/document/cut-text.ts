import type { SpanList } from '../alignment/span-list.js';
import { createPartPlan } from './plan-parts.js';
import { possibleSplits, splitAt, splitNear } from './text-splits.js';

export interface CutOptions {
  /** The most Unicode code points of a part, without the white space at its ends. At least 200. */
  limit: number;
  /** Code points that are wished for: a part has at most about twice as many. At least 100, at most half the limit. @default 450 */
  usual?: number | undefined;
  /** Code points that are wished for in the first part, for a fast start; each next has twice as many, until `usual`. At least 20. @default 120 */
  first?: number | undefined;
  /** BCP 47. @default told by the script, place by place */
  locale?: string | undefined;
  /** Stretches that are never cut, as long as they are shorter than the limit. Tags and addresses are found without it. */
  protected?: SpanList | undefined;
  /** The borders that `split` made before. Those that are no possible borders in this text are left out. */
  splits?: readonly number[] | undefined;
  /** Whether the text is whole; else `append` brings more. @default true */
  final?: boolean | undefined;
}

/**
 * A text cut into parts that cover it exactly: a part ends where the next starts, and none is only white space unless the text is.
 * The same text and options give the same cut, in whatever pieces the text came. Offsets are UTF-16 units.
 */
export interface TextCut {
  /** How many parts there are. Exact for the text so far; the first to ask has it planned to its end. */
  readonly count: number;
  /** How many parts, from the first, no `append` can change any more. All of a text that is final. */
  readonly settled: number;
  /** The borders that were made by `split`, in order, to be kept and given again. */
  readonly splits: readonly number[];
  /** Where a part starts; the end of the text behind the last. */
  start(part: number): number;
  /** Where a part ends: where the next one starts, or the text ends. */
  end(part: number): number;
  /** The part that holds an offset, the last one for what is behind the text; -1 where there is none. */
  partAt(offset: number): number;
  /**
   * Makes a border where the sentence of an offset begins; for a seek (`near`) where its word does, if the sentence begins far before;
   * `exact`: just there, if the text can be cut there. Tells whether there is a new one: none where a part begins there.
   */
  split(offset: number, how?: 'sentence' | 'near' | 'exact'): boolean;
  /**
   * Says that a part is being bought. What is settled is cut as it would be at once; a part that is not settled, and all before
   * it, stay as they are now, and what comes behind them is cut anew, as if the text began there but for the length of first parts.
   * Only white space that directly follows such a part is still added to it.
   */
  hold(part: number): void;
  /** Adds text at the end of a text that grows. Behind its end nothing is added. */
  append(more: string, final?: boolean): void;
}

/**
 * Cuts a text of any length into parts for requests: at paragraphs, then sentences, clauses, words; a short first one, then
 * longer. Lazy: what is asked for one part does not depend on the length of the text behind it, and only what is around the
 * borders that are asked for is ever segmented.
 */
export function createCut(text: string, options: CutOptions): TextCut {
  const limit = Math.max(200, Math.floor(options.limit));
  const usual = Math.floor(Math.min(limit / 2, Math.max(100, options.usual ?? 450)));
  const first = Math.floor(Math.min(usual, Math.max(20, options.first ?? 120)));
  let whole = text;
  let isFinal = options.final ?? true;
  const plan = createPartPlan(text, isFinal, { ...options, limit, usual, first });
  let asked: readonly number[] = options.splits ?? [];
  let known: readonly number[] | null = null;

  /** Those of the plan's borders are none: both change with a text that grows. */
  function splits(): readonly number[] {
    known ??= asked.length > 0 ? possibleSplits(whole, asked, plan, options) : [];
    return known;
  }

  /** How many splits, from the first, fulfil what no later one does once one does not. */
  function countSplits(isBefore: (split: number, index: number) => boolean): number {
    const all = splits();
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(all[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function start(part: number): number {
    const before = countSplits((split, index) => split < plan.start(part - index));
    return Math.max(splits()[before - 1] ?? 0, plan.start(part - before));
  }

  function placeFor(offset: number, how: 'sentence' | 'near' | 'exact'): number | null {
    if (how === 'exact')
      return splits().includes(offset) ? null : (possibleSplits(whole, [offset], plan, options)[0] ?? null);
    return (how === 'near' ? splitNear : splitAt)(whole, start(partAt(offset)), offset, options);
  }

  function partAt(offset: number): number {
    const part = plan.partAt(offset);
    return part < 0 ? part : part + countSplits((split) => split <= offset);
  }

  return {
    get count() {
      return plan.count + splits().length;
    },
    get settled() {
      const border = plan.start(plan.settled);
      return plan.settled + countSplits((split) => split < border);
    },
    get splits() {
      return splits();
    },
    start,
    end: (part) => start(part + 1),
    partAt,
    split(offset, how = 'sentence') {
      if (!(offset >= 0 && offset < whole.length)) return false;
      const place = placeFor(Math.floor(offset), how);
      if (place === null) return false;
      asked = [...asked, place];
      known = null;
      return true;
    },
    hold(part) {
      if (isFinal || part < 0 || whole.length === 0) return;
      plan.settle(start(part + 1));
      known = null;
    },
    append(more, final = false) {
      if (isFinal) return;
      whole += more;
      isFinal = final;
      plan.grow(whole, final);
      known = null;
    },
  };
}
