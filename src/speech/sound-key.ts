import type { SpeechRequest } from '../relay/speech-request.js';
import { DEFAULT_MODEL } from '../wire/models.js';
import { DEFAULT_OUTPUT_FORMAT } from '../wire/output-format.js';

/** What a request means that does not say it. */
const USUAL: Partial<SpeechRequest> = {
  modelId: DEFAULT_MODEL,
  outputFormat: DEFAULT_OUTPUT_FORMAT,
  timestamps: true,
  applyTextNormalization: 'auto',
  applyLanguageTextNormalization: false,
  usePvcAsIvc: false,
};

/** What leaves the sound as it is, or, as ids of other requests do, is gone after two hours. */
const PASSING: ReadonlySet<string> = new Set<keyof SpeechRequest>([
  'previousRequestIds',
  'nextRequestIds',
  'enableLogging',
  'stream',
]);

/** A text that is equal for requests that ask for the same sound and times, whichever relay is asked. A field that nobody knows yet counts. */
export function soundKey(request: SpeechRequest): string {
  const fields = Object.entries(request).filter(([name, value]) => !PASSING.has(name) && said(value) !== undefined);
  return JSON.stringify(said({ ...USUAL, ...Object.fromEntries(fields) }));
}

/** In one form for one meaning: names in order, without what is null, missing or empty. */
function said(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.length > 0 ? value.map(said) : undefined;
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value)
    .map(([name, field]) => [name, said(field)] as const)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}
