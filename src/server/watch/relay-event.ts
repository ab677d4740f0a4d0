import type { Ending } from '../relay-body.js';
import type { Outcome } from '../sharing/shared-purchase.js';

/** One answered request, once its answer has ended. It never holds a text or a key. Times are seconds. */
export interface RelayEvent {
  /** Of this relay, for its own log. */
  readonly id: string;
  /** The API's `request-id`, where one was bought. */
  readonly requestId: string | null;
  readonly subject: string | null;
  /** Null where the path is none of the relay's. */
  readonly kind: 'speech' | 'voices' | 'voice' | null;
  readonly voiceId: string | null;
  readonly model: string | null;
  /** Unicode code points of the text. */
  readonly characters: number;
  /** What this request cost the account: 0 where it was shared or refused; null where the API did not say. */
  readonly credits: number | null;
  /** Where the speech came from; null where there was none. */
  readonly outcome: Outcome | null;
  readonly status: number;
  readonly ending: Ending;
  readonly bytes: number;
  /** Until the answer's head. */
  readonly headTime: number;
  /** Until its end. */
  readonly time: number;
}
