import { answerSpeech } from './answer-speech.js';
import { offlineId } from './build-voice-record.js';
import { createFliteEngine } from './create-flite-engine.js';
import type { SpeechEngine } from './engine.js';
import type { Fault } from './fault.js';
import { faultResponse } from './fault-response.js';
import type { OfflineCall } from './offline-call.js';
import { type OfflineClock, type Pace, systemClock } from './pace.js';
import { type Plan, planAnswer } from './plan-answer.js';
import { refusalResponse } from './refusal.js';

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
  /** Hears of each request before it is answered: how a test counts what was bought. */
  onCall?: (call: OfflineCall) => void;
  /** The time by which answers are paced. @default this machine's */
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
  let calls = 0;
  return async (request) => {
    request.signal.throwIfAborted();
    const index = calls++;
    const plan = await planAnswer(request, apiKey);
    const call = describeCall(request, plan, index);
    onCall?.(call);
    const wrong = typeof faults === 'function' ? faults(call) : faults;
    const headers = answerHeaders(call);
    const broken = await faultResponse(wrong, headers, clock, request.signal);
    if (broken) return broken;
    if (plan.kind === 'refuse') return refusalResponse(plan.refusal, headers);
    if (plan.kind === 'list') return Response.json(plan.json, { headers });
    const { endpoint, speech } = plan;
    return answerSpeech({ endpoint, speech, engine, pace, clock, faults: wrong, headers, request });
  };
}

function describeCall(request: Request, plan: Plan, index: number): OfflineCall {
  const speech = plan.kind === 'speak' ? plan.speech : null;
  const characters = speech ? Array.from(speech.body.text).length : 0;
  return {
    index,
    method: request.method,
    url: request.url,
    endpoint: plan.endpoint,
    body: speech?.body ?? null,
    outputFormat: speech?.outputFormat ?? null,
    characters,
    cost: characters * (speech?.model.creditsPerCharacter ?? 0),
    status: plan.kind === 'refuse' ? plan.refusal.status : 200,
    requestId: offlineId(10_000 + index),
  };
}

function answerHeaders(call: OfflineCall): Record<string, string> {
  const bought = { 'character-cost': String(call.cost), 'history-item-id': offlineId(20_000 + call.index) };
  return { 'request-id': call.requestId, ...(call.body ? bought : {}) };
}
