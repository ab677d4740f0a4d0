import type { ApiKeySource } from './api-key.js';
import type { CorsOptions } from './cors.js';
import type { Limits } from './limits/limits.js';
import type { GateOptions } from './manners/gate.js';
import type { RetryOptions } from './manners/retry.js';
import type { Allow } from './policy/allow.js';
import type { Authorize } from './policy/authorize.js';
import type { ShareOptions } from './sharing/sharing.js';
import type { TimeLimits } from './upstream.js';
import type { RelayEvent } from './watch/relay-event.js';

/** How the relay reaches the API, and who may reach the relay for what. */
export interface RelayHandlerOptions {
  /** The secret key, or a function that fetches it for each call. It goes to the API and nowhere else. */
  apiKey: ApiKeySource;
  /** Where the API is. @default 'https://api.elevenlabs.io' */
  baseUrl?: string | URL;
  /** What reaches the API; a stand-in goes here. @default the global fetch */
  fetch?: (request: Request) => Promise<Response>;
  /** The whole path under which the relay is mounted, as the browser sees it: '/api/speech'. @default '' */
  prefix?: string;
  /** Which other origins may use the relay. @default none: its own origin only */
  cors?: CorsOptions;
  /** Bytes of request body above which the relay answers 413. @default 1048576 */
  maxBodyBytes?: number;
  /** Says who is calling, or refuses. @default everyone, as one subject */
  authorize?: Authorize;
  /** What may be bought. @default all that the API documents */
  allow?: Allow;
  /** Names of documented speech parameters that are refused. @default [] */
  forbid?: readonly string[];
  /** What each subject may use. @default no limit */
  limits?: Limits;
  /** Buys identical speech once, and keeps it. @default off */
  share?: ShareOptions;
  /** How long clients and the API may be silent, in seconds. */
  timeLimits?: TimeLimits & {
    /** For a request's body to come. @default 30 */
    requestBody?: number;
    /** For a reader to take the next piece of an answer; whoever takes nothing holds a place of the plan. @default 300 */
    reader?: number;
  };
  /** Calls for speech that run at once. @default as many as the API's plan allows */
  concurrency?: GateOptions;
  /** How calls that bought nothing are tried again. */
  retry?: RetryOptions;
  /** Hears of each request when its answer has ended; never of a text or a key. */
  log?: (event: RelayEvent) => void;
}
