import { SpeechError } from '../errors.js';
import { ANSWER_HEADERS, refusal } from './answer.js';
import { createAnswerCall } from './answer-call.js';
import { checkRequest } from './check-request.js';
import { createCors } from './cors.js';
import { answerHealth } from './health.js';
import { createLimiter } from './limits/limits.js';
import { subjectOf } from './policy/authorize.js';
import { type BodyWatch, relayBody } from './relay-body.js';
import type { RelayHandlerOptions } from './relay-options.js';
import { type AnswerWatch, watchAnswer } from './watch/watch-answer.js';

/** Answers one request. It rejects only with the request's own abort reason, as `fetch` does. */
export type RelayHandler = (request: Request) => Promise<Response>;

/**
 * A relay for the speech and voice endpoints of ElevenLabs: it checks each request, adds the key, and streams the answer
 * through. Throws a SpeechError for options that cannot work.
 */
export function createRelayHandler(options: RelayHandlerOptions): RelayHandler {
  const { authorize, log = () => {} } = options;
  const cors = createCors(options.cors);
  const limiter = createLimiter(options.limits ?? {});
  const answerCall = createAnswerCall(options, limiter);
  const check = {
    prefix: mountPath(options.prefix ?? ''),
    maxBodyBytes: byteLimit(options.maxBodyBytes),
    bodySeconds: options.timeLimits?.requestBody ?? 30,
    parameters: options.allow?.parameters ?? [],
  };

  async function answer(request: Request, watch: AnswerWatch): Promise<Response> {
    const health = answerHealth(request, check.prefix);
    if (health) return ended(health, watch);
    if (!cors.mayAsk(request)) return ended(cors.refuse(), watch);
    const subject = await subjectOf(request, authorize);
    if (subject instanceof Response) return ended(subject, watch);
    watch.notes.subject = subject;
    const exceeded = await limiter.request(subject);
    if (exceeded) return ended(exceeded, watch);
    const call = await checkRequest(request, check);
    if (call instanceof Response) return ended(call, watch);
    watch.notes.call = call;
    const { answer: given, onEnd } = await answerCall(call, subject, request, watch.notes);
    if (given instanceof Response) return ended(given, watch);
    const { status, headers, source } = given;
    for (const [name, value] of Object.entries(ANSWER_HEADERS)) headers.set(name, value);
    if (!source) onEnd();
    if (!source) return ended(new Response(null, { status, headers }), watch);
    const { onBytes } = watch;
    const bodyWatch: BodyWatch = {
      onBytes,
      onEnd(how) {
        onEnd();
        watch.onEnd(how);
      },
    };
    const body = relayBody(source, request, bodyWatch, options.timeLimits?.reader ?? 300);
    const response = new Response(body, { status, headers });
    watch.onHead(response);
    return response;
  }

  return async (request) => {
    const watch = watchAnswer(log);
    try {
      if (cors.isPreflight(request)) return cors.preflight(request);
      return cors.apply(request, await answer(request, watch));
    } catch {
      if (request.signal.aborted) watch.onEnd('left');
      request.signal.throwIfAborted();
      // What was thrown may name hosts, files or the key: it goes nowhere.
      const failed = refusal(
        500,
        'relay_failed',
        'The relay failed, so nothing was spoken. Its operator should check its options.',
      );
      return ended(failed, watch);
    }
  };
}

/** An answer whose whole body is known already. */
function ended(answer: Response, watch: AnswerWatch): Response {
  watch.onHead(answer);
  watch.onEnd('ended');
  return answer;
}

function mountPath(prefix: string): string {
  return new URL(`/${prefix.replace(/^\/+|\/+$/g, '')}`, 'http://relay').pathname.replace(/\/$/, '');
}

function byteLimit(limit = 1024 * 1024): number {
  if (Number.isFinite(limit) && limit > 0) return limit;
  throw new SpeechError(
    `maxBodyBytes is ${limit}, so no request could be read. Pass a number of bytes above 0, or leave it out for 1 MiB.`,
  );
}
