import type { SpanList } from '../alignment/span-list.js';

/** What a plan of parts keeps to. Lengths are Unicode code points. */
export interface PlanOptions {
  readonly limit: number;
  readonly usual: number;
  readonly first: number;
  readonly locale?: string | undefined;
  readonly protected?: SpanList | undefined;
}

/** Where a part starts: there, or at the best border near there, which is looked for when somebody asks. */
export interface Mark {
  readonly offset: number;
  readonly isNear: boolean;
}

/** How far the planning of a text has come. A plain record, copied to look ahead. Offsets are UTF-16, sizes code points. */
export interface Standing {
  readonly parts: number;
  /** Where the group of paragraphs starts that is gathered; with white space before it until `begun`. */
  readonly group: number;
  readonly begun: boolean;
  /** The end of the paragraphs that are in the group, and their size. */
  readonly end: number;
  readonly size: number;
  /** How far the next paragraph was read, and how much of it that is. */
  readonly scan: number;
  readonly length: number;
  /** The last point of the group's grid, and how far from the group's start that is; the same of the last that became a mark. */
  readonly point: number;
  readonly pointSize: number;
  readonly markSize: number;
  /** Where the headings at the group's end start, or -1, and the size of the group before them. */
  readonly heading: number;
  readonly headingSize: number;
  /** Whether white space follows that no part should hold in its middle. */
  readonly isBroken: boolean;
}

/** A step of planning. Where it waits, the text is at its end, or still grows and what comes might change the plan. */
export interface Step {
  readonly standing: Standing;
  readonly waits: boolean;
}

/** The standing before a part that starts at an offset. */
export const standingAt = (group: number, parts: number, begun = false): Standing => ({
  parts,
  group,
  begun,
  end: group,
  size: 0,
  scan: group,
  length: 0,
  point: group,
  pointSize: 0,
  markSize: 0,
  heading: -1,
  headingSize: 0,
  isBroken: false,
});
