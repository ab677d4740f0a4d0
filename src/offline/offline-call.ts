import type { Endpoint } from '../wire/endpoint.js';
import type { WireSpeechBody } from '../wire/speech-body.js';

/** One request that reached the stand-in, refused ones included: what was asked for, and what it costs. */
export interface OfflineCall {
  /** 0 for the first request of this stand-in. */
  readonly index: number;
  readonly method: string;
  readonly url: string;
  /** Null where the path is none of the API's. */
  readonly endpoint: Endpoint | null;
  /** The body of a speech request that was accepted, else null. */
  readonly body: WireSpeechBody | null;
  readonly outputFormat: string | null;
  /** What the speech follows on from and what comes after it: texts, or request ids, which count where both came. */
  readonly stitching: {
    readonly previous: string | readonly string[] | null;
    readonly next: string | readonly string[] | null;
  };
  /** Unicode code points of the text; 0 where nothing was bought. */
  readonly characters: number;
  /** Credits, fractional for the fast models; 0 where nothing was bought. */
  readonly cost: number;
  /** The status that the stand-in answers with where no fault changes it. */
  readonly status: number;
  readonly requestId: string;
}
