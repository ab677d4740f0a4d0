import { MODELS, type Model } from '../wire/models.js';
import { answerSpeech } from './answers/answer-speech.js';
import type { Fault } from './answers/fault.js';
import { faultResponse } from './answers/fault-response.js';
import { createKnownRequests } from './answers/known-requests.js';
import { type OfflineClock, type Pace, systemClock } from './answers/pace.js';
import { type Plan, planAnswer } from './answers/plan-answer.js';
import { speechHeaders } from './answers/speech-headers.js';
import { createSpeechSlots } from './answers/speech-slots.js';
import { describeCall } from './describe-call.js';
import type { SpeechEngine } from './engine.js';
import { createFliteEngine } from './flite/create-flite-engine.js';
import type { OfflineCall } from './offline-call.js';
import { refusalResponse, refuse } from './refusal.js';
import { listOfVoices } from './voices/voices.js';

/** Options of `createOfflineElevenLabs`. */
export interface OfflineElevenLabsOptions {
  /** Who speaks. @default createFliteEngine() */
  engine?: SpeechEngine;
  /** How fast answers come. @default { firstByte: 0.25, rate: 8 }, like a server */
  pace?: Pace;
  /** What goes wrong, always or for some calls. @default [] */
  faults?: readonly Fault[] | ((call: OfflineCall) => readonly Fault[]);
  /** The only key that is accepted. @default any that is not empty */
  apiKey?: string;
  /** How many answers are spoken at once; a request beyond them gets the API's 429. An answer counts until its body is read, cancelled or aborted. @default no limit */
  concurrency?: number;
  /** How many voices there are: 40 of old, then further ones in 40 languages, with previews that need no network. @default 40 */
  voices?: number;
  /** What further models accept, or what has changed: added to what is known. */
  models?: Readonly<Record<string, Model>>;
  /** Hears of each request before it is answered: how a test counts what was bought. */
  onCall?: (call: OfflineCall) => void;
  /** The time by which answers are paced, and request ids forgotten. @default this machine's */
  clock?: OfflineClock;
}

/**
 * ElevenLabs without a network, as a `fetch`: the four speech endpoints, the list of voices and one voice, validated, paced and
 * shaped like the API's own; anything else is its 404. Runs in Node, in a page and in a worker.
 * Rejects only as `fetch` does: with the signal's reason, or with a TypeError for the fault `network`.
 */
export function createOfflineElevenLabs(
  options: OfflineElevenLabsOptions = {},
): (request: Request) => Promise<Response> {
  const { engine = createFliteEngine(), pace = {}, faults = [], apiKey, onCall, clock = systemClock } = options;
  const { concurrency = Number.POSITIVE_INFINITY } = options;
  const known = createKnownRequests(clock.now);
  const models = new Map([...MODELS, ...Object.entries(options.models ?? {})]);
  const voices = listOfVoices(options.voices ?? 40);
  const slots = createSpeechSlots(concurrency);
  let calls = 0;

  async function answer(request: Request, plan: Plan, call: OfflineCall, leave: () => void): Promise<Response> {
    const wrong = typeof faults === 'function' ? faults(call) : faults;
    const id = { 'request-id': call.requestId };
    const headers = plan.kind === 'speak' ? speechHeaders(call, plan.speech, slots.taken(), concurrency) : id;
    const broken = await faultResponse(wrong, headers, clock, request.signal);
    if (broken) leave();
    if (broken) return broken;
    if (plan.kind === 'refuse') return refusalResponse(plan.refusal, headers);
    if (plan.kind === 'list') return Response.json(plan.json, { headers });
    const onOver = (ended: boolean) => {
      leave();
      if (ended && plan.speech.logged) known.add(call.requestId);
    };
    return answerSpeech({ ...plan, engine, pace, clock, faults: wrong, headers, request, onOver });
  }

  return async (request) => {
    request.signal.throwIfAborted();
    const index = calls++;
    const wanted = await planAnswer(request, { apiKey, models, voices, isKnown: known.has });
    const leave = wanted.kind === 'speak' ? slots.take() : () => {};
    const plan = leave ? wanted : refuseForCrowd(wanted, concurrency);
    const call = describeCall(request, plan, index);
    try {
      onCall?.(call);
      return await answer(request, plan, call, leave ?? (() => {}));
    } catch (error) {
      leave?.();
      throw error;
    }
  };
}

function refuseForCrowd({ endpoint }: Plan, concurrency: number): Plan {
  const message = `Too many concurrent requests. Your current subscription is associated with a maximum of ${concurrency} concurrent requests (running in parallel).`;
  return { kind: 'refuse', endpoint, refusal: refuse(429, 'too_many_concurrent_requests', message) };
}
