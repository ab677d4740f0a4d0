import { SpeechError } from '../errors.js';

/** The key itself, or what fetches it (a secret store, say) for each call. */
export type ApiKeySource = string | (() => string | Promise<string>);

const HEADER_SAFE = /^[\x21-\x7e]+$/;

/**
 * Reads the key for each call, without the white space that files and consoles leave round it; null where there is none.
 * Throws a SpeechError at once where a fixed key cannot be one.
 */
export function createApiKeyReader(source: ApiKeySource): () => Promise<string | null> {
  if (typeof source !== 'function') {
    const key = checkedKey(source);
    if (key === null) {
      throw new SpeechError(
        'createRelayHandler was given no usable API key (it is empty, or holds characters that no header can carry), so every call would be refused. Set ELEVENLABS_API_KEY where the server starts, and pass it as `apiKey`.',
      );
    }
    return async () => key;
  }
  return async () => {
    try {
      return checkedKey(await source());
    } catch {
      // What a secret store throws may hold the secret, so it goes nowhere.
      return null;
    }
  };
}

function checkedKey(value: unknown): string | null {
  const key = typeof value === 'string' ? value.trim() : '';
  return HEADER_SAFE.test(key) ? key : null;
}
