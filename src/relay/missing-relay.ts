import { RelayError } from '../errors.js';
import type { Relay } from './relay.js';

const missing = (): Promise<never> =>
  Promise.reject(
    new RelayError(
      'No relay is configured, so there is nobody to ask. Put a <SpeechProvider relay="/api/speech"> around the component, or give createSpeech a `relay`.',
      { code: 'relay_not_configured' },
    ),
  );

/** Stands where no relay was configured, and says so when it is asked. */
export const missingRelay: Relay = { url: '', speak: missing, listVoices: missing, getVoice: missing };
