import { DEFAULT_MODEL } from '../../wire/models.js';
import { countCharacters } from '../policy/allow.js';
import type { BodyWatch, Ending } from '../relay-body.js';
import type { RelayCall } from '../relay-call.js';
import type { Outcome } from '../sharing/shared-purchase.js';
import type { RelayEvent } from './relay-event.js';

/** What becomes known of a request while it is answered. */
export interface AnswerNotes {
  subject: string | null;
  call: RelayCall | null;
  outcome: Outcome | null;
}

/** Hears of one request, from its coming to the end of its answer. */
export interface AnswerWatch extends BodyWatch {
  readonly notes: AnswerNotes;
  /** The answer's head is known. */
  onHead(answer: Response): void;
}

/** Watches a request for `log`. A log that throws hurts nobody. */
export function watchAnswer(log: (event: RelayEvent) => void): AnswerWatch {
  const from = performance.now();
  const since = () => (performance.now() - from) / 1000;
  const notes: AnswerNotes = { subject: null, call: null, outcome: null };
  let [headTime, bytes, status] = [0, 0, 0];
  let requestId: string | null = null;
  let cost: number | null = null;

  function event(ending: Ending): RelayEvent {
    const { subject, call, outcome } = notes;
    const endpoint = call?.endpoint ?? null;
    return {
      id: crypto.randomUUID(),
      requestId,
      subject,
      kind: endpoint?.kind ?? null,
      voiceId: endpoint && 'voiceId' in endpoint ? endpoint.voiceId : null,
      model: call?.body ? modelName(call.body.model_id ?? DEFAULT_MODEL) : null,
      characters: call?.body ? countCharacters(call.body.text) : 0,
      credits: outcome === 'bought' && status < 300 ? cost : 0,
      outcome,
      status,
      ending,
      bytes,
      headTime,
      time: since(),
    };
  }

  return {
    notes,
    onHead(answer) {
      headTime = since();
      status = answer.status;
      requestId = answer.headers.get('request-id');
      cost = answer.headers.has('character-cost') ? Number(answer.headers.get('character-cost')) : null;
    },
    onBytes(count) {
      bytes += count;
    },
    onEnd(ending) {
      try {
        log(event(ending));
      } catch {
        // The reader has the speech, and that is what the relay is for.
      }
    },
  };
}

/** A log is read by lines and by people: what no model is called stays out of it. */
function modelName(name: string): string {
  return /^[\w.:/-]{1,64}$/.test(name) ? name : 'unknown';
}
