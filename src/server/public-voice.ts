/** Lists of plain values, and maps of plain values, that every listener may know. */
const OPEN_PARTS = new Set([
  'labels',
  'settings',
  'available_for_tiers',
  'high_quality_base_model_ids',
  'verified_languages',
]);

/** What the voice library shows of a shared voice to anybody. The rest of `sharing` is the owner's business. */
const OPEN_SHARING = new Set([
  'status',
  'category',
  'name',
  'description',
  'labels',
  'featured',
  'image_url',
  'liked_by_count',
  'cloned_by_count',
  'free_users_allowed',
  'enabled_in_library',
]);

/** Names that never leave, whatever they hold. */
const PRIVATE_NAME = /e-?mail|whitelist|@/i;
/** Bounded, so that a long text without an address costs no more than its length. */
const ADDRESS = /[^\s@<>"'(),:;]{1,64}@[^\s@<>"'(),:;]{1,255}\.[^\s@<>"'(),:;]+/g;

type Plain = string | number | boolean | null;
type Entry = [name: string, value: unknown];

const isPlain = (value: unknown): value is Plain =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A voice without its private parts. Plain values leave, new ones too, so that a newer API stays useful; anything nested
 * leaves only if it is listed here, since samples, fine-tuning, verification and sharing hold people's data. E-mail addresses never leave.
 */
export function publicVoice(voice: object): object {
  return pick(voice, ([name, value]) => {
    if (isPlain(value)) return plain(name, value);
    if (OPEN_PARTS.has(name)) return shallow(value);
    if (name === 'sharing' && isObject(value)) return publicSharing(value);
    return undefined;
  });
}

/** A page of voices: each of those that are allowed without its private parts, and the page's own plain values. Null where it is no such page. */
export function publicVoicePage(page: unknown, allowed?: readonly string[]): object | null {
  if (!isObject(page) || !('voices' in page) || !Array.isArray(page.voices)) return null;
  const voices = page.voices
    .filter(isObject)
    .filter((voice) => isAllowed(voice, allowed))
    .map(publicVoice);
  const rest = pick(page, ([name, value]) => (isPlain(value) && !PRIVATE_NAME.test(name) ? value : undefined));
  return { voices, ...rest };
}

function isAllowed(voice: object, allowed: readonly string[] | undefined): boolean {
  if (!allowed) return true;
  return 'voice_id' in voice && typeof voice.voice_id === 'string' && allowed.includes(voice.voice_id);
}

/** A single voice, or null where the body holds none. */
export function publicSingleVoice(body: unknown): object | null {
  return isObject(body) && 'voice_id' in body ? publicVoice(body) : null;
}

function publicSharing(sharing: object): object {
  return pick(sharing, ([name, value]) => {
    if (!OPEN_SHARING.has(name)) return undefined;
    return isPlain(value) ? plain(name, value) : name === 'labels' ? shallow(value) : undefined;
  });
}

/** A list or map with its plain values, and for lists of objects those of each object; nothing deeper. */
function shallow(value: unknown): unknown {
  if (isObject(value)) return pick(value, ([name, inner]) => (isPlain(inner) ? plain(name, inner) : undefined));
  if (!Array.isArray(value)) return undefined;
  return value
    .filter((item) => isPlain(item) || isObject(item))
    .map((item) => (isPlain(item) ? plain('', item) : shallow(item)));
}

function plain(name: string, value: Plain): Plain | undefined {
  if (PRIVATE_NAME.test(name)) return undefined;
  // An address of a file may hold an @ ("voice@2x.mp3"), and is public by itself.
  return typeof value === 'string' && !name.endsWith('_url') ? value.replace(ADDRESS, '[e-mail]') : value;
}

function pick(source: object, keep: (entry: Entry) => unknown): object {
  const kept = Object.entries(source).map((entry): Entry => [entry[0], keep(entry)]);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}
