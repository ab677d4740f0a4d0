import type { Plan } from './answers/plan-answer.js';
import type { OfflineCall } from './offline-call.js';
import { offlineId } from './offline-id.js';

/** What is told of a request. `index` counts the requests from 0. */
export function describeCall(request: Request, plan: Plan, index: number): OfflineCall {
  const speech = plan.kind === 'speak' ? plan.speech : null;
  const body = speech?.body ?? null;
  const characters = body ? Array.from(body.text).length : 0;
  return {
    index,
    method: request.method,
    url: request.url,
    endpoint: plan.endpoint,
    body,
    outputFormat: speech?.outputFormat ?? null,
    stitching: {
      previous: ids(body?.previous_request_ids) ?? (body?.previous_text || null),
      next: ids(body?.next_request_ids) ?? (body?.next_text || null),
    },
    characters,
    cost: characters * (speech?.model.creditsPerCharacter ?? 0),
    status: plan.kind === 'refuse' ? plan.refusal.status : 200,
    requestId: offlineId(10_000 + index),
  };
}

const ids = (given: readonly string[] | null | undefined) => (given?.length ? given : null);
