import { SpeechError } from '../errors.js';
import { refusal } from './answer.js';
import type { SpeechAnswer } from './byte-source.js';
import { createKeyMask } from './key-mask.js';
import { createGate, type GateOptions } from './manners/gate.js';
import { type RetryOptions, sendWithRetry } from './manners/retry.js';
import type { Subject } from './policy/authorize.js';
import type { RelayCall } from './relay-call.js';
import { upstreamAnswer } from './upstream-answer.js';
import { createUpstreamLink, type Holder } from './upstream-link.js';
import { type UpstreamRequest, upstreamRequest } from './upstream-request.js';
import { within } from './within.js';

/** How long the API may be silent, in seconds. */
export interface TimeLimits {
  /** Until its answer begins: a buffered answer is spoken to its end first. @default 120 */
  firstByte?: number;
  /** Between two pieces of an answer. @default 30 */
  idle?: number;
}

/** Where the API is, what reaches it, and how it is treated. */
export interface UpstreamOptions {
  readonly baseUrl?: string | URL;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly timeLimits?: TimeLimits;
  readonly concurrency?: GateOptions;
  readonly retry?: RetryOptions;
  /** The voices that may be seen; all where it is left out. */
  readonly voices?: readonly string[];
}

/** Sends a checked call to the API, for as long as its holder wants the answer. */
export type Upstream = (
  call: RelayCall,
  key: string,
  subject: Subject,
  holder: Holder,
) => Promise<SpeechAnswer | Response>;

/** The way to the API. Throws a SpeechError for a base URL that is none. */
export function createUpstream(options: UpstreamOptions): Upstream {
  const { retry = {}, voices } = options;
  const reach = reachBy(options.fetch);
  const { firstByte = 120, idle = 30 } = options.timeLimits ?? {};
  const base = checkedBase(options.baseUrl ?? 'https://api.elevenlabs.io');
  const gate = createGate(options.concurrency);

  return async (call, key, subject, holder) => {
    holder.signal.throwIfAborted();
    const isSpeech = call.endpoint.kind === 'speech';
    const leave = isSpeech ? await gate.enter(subject, holder) : () => {};
    if (leave instanceof Response) return leave;
    const link = createUpstreamLink(holder, leave);
    let isLate = false;
    const onLate = () => {
      isLate = true;
      link.abort();
    };
    try {
      const send = () => reach(upstreamRequest(call, base, key, link.signal));
      const upstream = await within(firstByte, sendWithRetry(send, !isSpeech, link.signal, retry), onLate);
      gate.learn(upstream.headers);
      return await upstreamAnswer(upstream, call.endpoint, link, createKeyMask(key), { idle, firstByte, voices });
    } catch {
      link.abort();
      holder.signal.throwIfAborted();
      // The reason names hosts and ports, so it stays here.
      return isLate ? refuseSilence() : refuseUnreachable();
    }
  };
}

/** The global `fetch` makes a Request of its own: to give it one costs a second, with its body piped through. */
function reachBy(given: UpstreamOptions['fetch']): (request: UpstreamRequest) => Promise<Response> {
  if (given) return ([url, init]) => given(new Request(url, init));
  return ([url, init]) => fetch(url, init);
}

function refuseSilence(): Response {
  return refusal(
    504,
    'upstream_timeout',
    'The API did not answer in time, so there is no speech. Try again in a moment, or with a shorter text.',
  );
}

function refuseUnreachable(): Response {
  return refusal(
    502,
    'upstream_unreachable',
    'The relay could not reach the API, or lost it, so there is no speech. Try again in a moment; if it lasts, the operator of this relay should check its network.',
  );
}

function checkedBase(baseUrl: string | URL): string {
  const url = URL.canParse(String(baseUrl)) ? new URL(baseUrl) : null;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash) {
    return url.href.replace(/\/+$/, '');
  }
  throw new SpeechError(
    'baseUrl is no plain http(s) address, so the API cannot be reached. Pass one like "https://api.elevenlabs.io", without credentials, query or fragment.',
  );
}
