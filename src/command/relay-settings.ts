import { SpeechError } from '../errors.js';

/** What the environment asks of `react-readalong-relay`. Null and empty lists where it says nothing. */
export interface RelaySettings {
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number | null;
  readonly apiKey: string | null;
  readonly prefix: string;
  readonly origins: readonly string[];
  /** Whether anybody may spend the key: `RELAY_OPEN`. */
  readonly isOpen: boolean;
  /** Of which a caller must send one: `Authorization: Bearer …`. */
  readonly tokens: readonly string[];
  /** The header in which a proxy of yours tells the caller's address. */
  readonly addressHeader: string | null;
  readonly voices: readonly string[];
  readonly models: readonly string[];
  readonly maxCharacters: number | null;
  readonly requestsPerMinute: number | null;
  readonly charactersPerDay: number | null;
  readonly streams: number | null;
  /** `memory`, `redis`, or a folder. */
  readonly cache: string | null;
  readonly redis: string | null;
  readonly log: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. Throws a SpeechError that names the variable where a value cannot be one. */
export function readRelaySettings(environment: Environment): RelaySettings {
  const text = (name: string) => environment[name]?.trim() || null;
  const list = (name: string) => (text(name) ?? '').split(',').flatMap((item) => item.trim() || []);
  const number = (name: string) => positive(name, text(name));
  const settings = {
    host: text('HOST') ?? '127.0.0.1',
    port: number('PORT') ?? 3001,
    metricsPort: number('RELAY_METRICS_PORT'),
    apiKey: text('ELEVENLABS_API_KEY'),
    prefix: text('RELAY_PREFIX') ?? '',
    origins: list('RELAY_ORIGINS'),
    isOpen: text('RELAY_OPEN') !== null,
    tokens: list('RELAY_TOKENS'),
    addressHeader: text('RELAY_ADDRESS_HEADER'),
    voices: list('RELAY_VOICES'),
    models: list('RELAY_MODELS'),
    maxCharacters: number('RELAY_MAX_CHARACTERS'),
    requestsPerMinute: number('RELAY_REQUESTS_PER_MINUTE'),
    charactersPerDay: number('RELAY_CHARACTERS_PER_DAY'),
    streams: number('RELAY_STREAMS'),
    cache: text('RELAY_CACHE'),
    redis: text('REDIS_URL'),
    log: text('RELAY_LOG') !== null,
  };
  if (guardsKeyByPlace(settings) && !isThisMachine(settings.host)) {
    throw new SpeechError(
      `HOST is "${settings.host}" and there are no RELAY_TOKENS, so anybody who reaches this machine could spend your key. Set RELAY_TOKENS, leave out HOST, or set RELAY_OPEN=1 where something in front of the relay knows its callers.`,
    );
  }
  if (settings.cache === 'redis' && !settings.redis) {
    throw new SpeechError(
      'RELAY_CACHE is "redis" and there is no REDIS_URL, so nothing could be kept. Set it, or another RELAY_CACHE.',
    );
  }
  return settings;
}

/** Whether nothing but the machine on which it runs keeps strangers from a real key. */
export function guardsKeyByPlace({ apiKey, tokens, isOpen }: RelaySettings): boolean {
  return apiKey !== null && tokens.length === 0 && !isOpen;
}

/** Whether a host's name or address is this machine's own, which no other machine reaches. */
export function isThisMachine(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

function positive(name: string, text: string | null): number | null {
  if (text === null) return null;
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new SpeechError(
    `${name} is "${text}", which is no whole number above 0, so the relay does not start. Correct or unset it.`,
  );
}
