import type { Cost } from '../store/cost.js';
import type { Budget } from './ledger.js';

export interface DocumentOptions {
  /** Seconds of sound that are bought ahead of what is heard. @default 60 */
  ahead?: number | undefined;
  /** How many requests may run at once. @default 2 */
  concurrency?: number | undefined;
  /** How often a part is asked for again that could not be had. @default 4 */
  retries?: number | undefined;
  /** What becomes of a part that cannot be had: it is the end until `retry()`, or it is passed over. Either way `error` names it. @default 'stop' */
  onFailure?: 'stop' | 'skip' | undefined;
  /** The most that may be spent; a function is asked before each purchase. @default no limit */
  budget?: Budget | (() => Budget) | undefined;
  /** Hears of each purchase, and of all so far. */
  onSpend?: ((bought: Cost, spent: Cost) => void) | undefined;
  /** Unicode code points that are wished for in a part, 100 or more; a part has at most about twice as many. @default 320 */
  usual?: number | undefined;
  /** The same of the first part, which is short so that the voice starts at once. @default 120 */
  first?: number | undefined;
  /** UTF-16 units of the text before and after that are sent along, where the model takes them. @default 300 */
  context?: number | undefined;
  /** Seconds without more text after which a text that is still coming is spoken as far as it is. @default 0.4 */
  quiet?: number | undefined;
}
