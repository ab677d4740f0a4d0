import { StreamError } from '../errors.js';
import { readErrorBody } from '../wire/error-body.js';
import { adviceOn, explained, NOTHING_NEW } from './advice.js';
import { withoutApiKeys } from './api-key.js';

/** What is left of an answer that breaks, and what to do about it. */
export function whatIsLeft(anythingCame: boolean): string {
  if (anythingCame) return 'What came before is kept and plays. Retry to hear the rest.';
  return 'Nothing came before, so there is nothing to hear. Ask again.';
}

/** A success whose body is something else than speech. */
export function notJson(body: string): StreamError {
  const page = /^\s*</.test(body) ? ' It looks like an HTML page: is the relay mounted at this url?' : '';
  return new StreamError(
    `The answer is not the JSON that speech comes in, so nothing more in it can be heard.${page} Check what answers at the relay's url.`,
    { code: 'not_json' },
  );
}

/** An error object in the place of speech, after a status of 200. */
export function errorInAnswer(body: unknown, anythingCame: boolean): StreamError {
  const { code, message, requestId } = readErrorBody(body);
  const said = withoutApiKeys(message ?? 'no reason given');
  const kept = anythingCame ? 'What came before is kept and plays.' : NOTHING_NEW;
  const advice = adviceOn(code) ?? (anythingCame ? 'Retry to hear the rest.' : 'Ask again in a moment.');
  return new StreamError(`The speech service failed after a good start: ${explained(said, kept, advice)}`, {
    code,
    requestId,
  });
}
