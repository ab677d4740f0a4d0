/** Times as they are kept: columns of numbers, far smaller than lists of characters. */
export interface KeptTimes {
  /** The characters of all elements, joined. */
  readonly text: string;
  /** Where each element ends in `text`, as a UTF-16 offset. */
  readonly ends: Uint32Array;
  /** Seconds. One more than there are elements, and that one NaN, where the answer's lists were of unequal length. */
  readonly startTimes: Float64Array;
  /** Seconds. */
  readonly endTimes: Float64Array;
}

/** A whole answer: its sound and its times, never one without the other. */
export interface KeptSpeech {
  /** What it was asked to be; a recipe that asks for another does not get it. */
  readonly outputFormat: string;
  /** The text that is spoken; a recipe of another text does not get it. */
  readonly text: string | undefined;
  readonly requestId: string | null;
  /** Credits that it cost when it was bought. */
  readonly characterCost: number | null;
  readonly audio: Blob;
  /** Seconds of the sound that count, where what follows belongs to something else: compressed sound cannot be cut in place. @default all */
  readonly seconds?: number | undefined;
  readonly alignment: KeptTimes | null;
  readonly normalizedAlignment: KeptTimes | null;
}

/** Whole recordings kept beyond the page: sound and times together, or neither. Nothing here rejects but `alone`: a broken shelf is an empty one. */
export interface Shelf {
  /** What is kept of a key, or null. Makes it the last to be dropped for want of room. */
  take(key: string): Promise<KeptSpeech | null>;
  /** Whether something is kept of a key, without touching its sound. @default by `take` */
  has?(key: string): Promise<boolean>;
  /** Keeps a whole answer, in place of what was kept of its key. Resolves to whether it is kept. */
  put(key: string, speech: KeptSpeech): Promise<boolean>;
  /** Forgets what is kept of a key. */
  drop(key: string): Promise<void>;
  /** Runs `work` while no other tab of the browser does so with the same key. Rejects as `work` does, or with the signal's reason where it aborts before that. */
  alone<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** How much speech is kept. */
  usage(): Promise<{ bytes: number; count: number }>;
  /** Forgets everything, notes as well. */
  clear(): Promise<void>;
  /** A small record by its name, or undefined. It may be anything: other pages of the origin can write it too. */
  readNote(name: string): Promise<unknown>;
  /** Keeps a small record, anything that can be cloned; undefined forgets it. */
  writeNote(name: string, value: unknown): Promise<void>;
}
