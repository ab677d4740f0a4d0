import { refusal } from './answer.js';
import { createApiKeyReader } from './api-key.js';
import type { SpeechAnswer } from './byte-source.js';
import type { createLimiter } from './limits/limits.js';
import { countCharacters, refuseByPolicy } from './policy/allow.js';
import type { Subject } from './policy/authorize.js';
import type { RelayCall } from './relay-call.js';
import type { RelayHandlerOptions } from './relay-options.js';
import { sha256 } from './sharing/share-key.js';
import { createSharing } from './sharing/sharing.js';
import { createUpstream } from './upstream.js';
import type { Holder } from './upstream-link.js';
import type { AnswerNotes } from './watch/watch-answer.js';

/** An answer, and what to call when it has been read to its end or left. */
export interface Answered {
  readonly answer: SpeechAnswer | Response;
  onEnd(): void;
}

/** Answers calls that were checked: policy, limits, then the shared purchase or the API. */
export function createAnswerCall(options: RelayHandlerOptions, limiter: ReturnType<typeof createLimiter>) {
  const { allow, forbid, share, baseUrl = '' } = options;
  const readKey = createApiKeyReader(options.apiKey);
  const callUpstream = createUpstream({ ...options, voices: allow?.voices });
  const sharing = share ? createSharing(share) : null;
  const limitsSpeech = Boolean(options.limits?.characters ?? options.limits?.streams);
  /** The account by its key, so that another key never hears this one's voices. A digest: no key can be read from it. */
  let account: { key: string; name: Promise<string> } | null = null;

  function accountOf(key: string): Promise<string> {
    if (account?.key !== key) account = { key, name: sha256(new TextEncoder().encode(`${baseUrl} ${key}`)) };
    return account.name;
  }

  return async (call: RelayCall, subject: Subject, holder: Holder, notes: AnswerNotes): Promise<Answered> => {
    const refused = refuseByPolicy(call, { allow, forbid });
    if (refused) return done(refused);
    const key = await readKey();
    if (key === null) return done(refuseWithoutKey());
    if (!call.body) return done(await callUpstream(call, key, subject, holder));
    const admission = limitsSpeech ? await limiter.speech(subject, countCharacters(call.body.text)) : null;
    if (admission instanceof Response) return done(admission);
    try {
      const buy = (forWhom: Holder) => callUpstream(call, key, subject, forWhom);
      const { answer, outcome } = sharing
        ? await sharing(call, subject, await accountOf(key), holder, buy)
        : { answer: await buy(holder), outcome: 'bought' as const };
      notes.outcome = answer instanceof Response ? null : outcome;
      // After a fault of the server's side something may have been bought.
      if (answer instanceof Response ? answer.status < 500 : outcome !== 'bought') admission?.giveBack();
      if (answer instanceof Response) admission?.end();
      return { answer, onEnd: () => admission?.end() };
    } catch (error) {
      // Characters stay taken: who leaves before the answer begins may have had it bought.
      admission?.end();
      throw error;
    }
  };
}

function done(answer: SpeechAnswer | Response): Answered {
  return { answer, onEnd() {} };
}

function refuseWithoutKey(): Response {
  return refusal(
    503,
    'relay_key_missing',
    'The relay has no API key, so nothing can be spoken. Its operator must make `apiKey` of createRelayHandler return one.',
  );
}
