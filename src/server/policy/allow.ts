import type { Endpoint } from '../../wire/endpoint.js';
import { DEFAULT_MODEL } from '../../wire/models.js';
import { DEFAULT_OUTPUT_FORMAT } from '../../wire/output-format.js';
import { refusal } from '../answer.js';
import type { RelayCall } from '../relay-call.js';

/** What callers may buy. A list that is left out allows all that the API knows; an empty one allows nothing. */
export interface Allow {
  /** Voice ids. Others are refused, and left out of the list of voices. */
  voices?: readonly string[];
  /** Model ids; a request that names none asks for the API's default. */
  models?: readonly string[];
  /** Values of `output_format`; a request that names none asks for the API's default. */
  outputFormats?: readonly string[];
  /** Names of speech parameters beyond the documented ones, which pass unchecked. */
  parameters?: readonly string[];
  /** Names of `voice_settings`. */
  settings?: readonly string[];
  /** Unicode code points of one text, as they are billed. */
  maxCharacters?: number;
}

/** What of the policy concerns single calls. */
export interface CallPolicy {
  readonly allow?: Allow;
  /** Names of documented speech parameters that are refused. */
  readonly forbid?: readonly string[];
}

/** Unicode code points, which is what the API bills; UTF-16 length is more for emoji. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The refusal of what the operator does not allow, or null. */
export function refuseByPolicy({ endpoint, query, body }: RelayCall, policy: CallPolicy): Response | null {
  const { allow = {}, forbid = [] } = policy;
  if (!isVoiceAllowed(endpoint, allow)) return notAllowed('voice', 'this voice', 'allow.voices');
  if (!body) return null;
  if (allow.models && !allow.models.includes(body.model_id ?? DEFAULT_MODEL)) {
    return notAllowed('model', 'this model', 'allow.models');
  }
  const format = query.find(([name]) => name === 'output_format')?.[1] ?? DEFAULT_OUTPUT_FORMAT;
  if (allow.outputFormats && !allow.outputFormats.includes(format)) {
    return notAllowed('output_format', 'this output format', 'allow.outputFormats');
  }
  const sent = [...Object.keys(body), ...query.map(([name]) => name)];
  const forbidden = sent.find((name) => forbid.includes(name));
  if (forbidden) return notAllowed('parameter', `the parameter "${forbidden}"`, 'forbid');
  const setting = Object.keys(body.voice_settings ?? {}).find((name) => allow.settings?.includes(name) === false);
  if (setting) return notAllowed('setting', `the voice setting "${setting}"`, 'allow.settings');
  return refuseLength(body.text, allow.maxCharacters);
}

/** Whether an endpoint names no voice, or one that is allowed. */
export function isVoiceAllowed(endpoint: Endpoint, { voices }: Allow): boolean {
  return !voices || endpoint.kind === 'voices' || voices.includes(endpoint.voiceId);
}

function refuseLength(text: string, most = Number.POSITIVE_INFINITY): Response | null {
  const characters = text.length > most ? countCharacters(text) : 0;
  if (characters <= most) return null;
  return refusal(
    400,
    'max_character_limit_exceeded',
    `The text has ${characters} characters, and this relay speaks at most ${most} in one request. Send it in parts.`,
  );
}

function notAllowed(what: string, words: string, option: string): Response {
  return refusal(
    403,
    `${what}_not_allowed`,
    `This relay does not allow ${words}, so nothing was sent on. Ask for another, or let its operator change \`${option}\` of createRelayHandler.`,
  );
}
