/** How far a decoder can be trusted with slices of MP3. */
export interface Fidelity {
  /** Samples by which its output is late; negative where it leaves out some at the beginning. */
  readonly lag: number;
  /** Slices come out wrong, so that a stretch is decoded together with the 20 s before it. */
  readonly whole: boolean;
}

/** What every decoder that was measured does, Chromium's and Firefox's. */
export const FAITHFUL: Fidelity = { lag: 0, whole: false };
