/** What to do about a fault, by the API's word for it or else by the HTTP status. */
const ADVICE = new Map<string | number | null, string>([
  ['invalid_api_key', 'Check the key that the relay holds; it does not belong in the browser.'],
  ['missing_permissions', 'Give the key that the relay holds the permission for this.'],
  ['quota_exceeded', 'The account has no credits left for this: add some, or send less text.'],
  ['payment_required', 'The account must be paid for before it speaks again.'],
  ['voice_not_found', 'Take `voiceId` from the list of voices.'],
  ['model_not_found', 'Check `modelId`.'],
  ['max_character_limit_exceeded', 'Send less text in one request, or choose a model that takes more.'],
  ['text_too_long', 'Send less text in one request, or choose a model that takes more.'],
  ['too_many_concurrent_requests', 'Wait until another request of this account is done, then ask again.'],
  ['system_busy', 'Wait a little, then ask again.'],
  ...[301, 302, 303, 307, 308].map((status): [number, string] => [
    status,
    'Point the `url` of the relay at where it really is: a redirect may lead a request elsewhere.',
  ]),
  [400, 'Correct the request.'],
  [401, 'Check who may use the relay, and the key that it holds.'],
  [402, 'The account must be paid for before it speaks again.'],
  [403, "Check the account's plan and the relay's rules."],
  [404, 'Check the `url` of the relay and the `voiceId`.'],
  [422, 'Correct these values.'],
  [429, 'Wait, then ask again.'],
]);

/** A sentence on what to do about a fault. Key on the API's word before the HTTP status. */
export function adviceOn(code: string | null, status: number | null = null): string | null {
  return ADVICE.get(code) ?? ADVICE.get(status) ?? null;
}

/** What it means where nothing came. */
export const NOTHING_NEW = 'So there is nothing new to hear.';
const AGAIN = /\bagain\b/i;

/** What was said as a whole sentence, what it means and what to do, but not twice: a relay of ours says all of it itself. */
export function explained(said: string, meaning: string, advice: string): string {
  const words = sentence(said);
  const isMeant = meaning === NOTHING_NEW && /, so (?:there is no|it speaks no|the relay has nothing)/.test(words);
  const isAdvised = AGAIN.test(words) && AGAIN.test(advice);
  return [words, isMeant ? '' : meaning, isAdvised ? '' : advice].filter(Boolean).join(' ');
}

/** Somebody else's words as a whole sentence. */
export function sentence(text: string): string {
  const words = text.trim();
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
