/** What the API accepts for a model. */
export interface Model {
  /** Unicode code points in one request. */
  readonly maxCharacters: number;
  /** Credits for one code point. */
  readonly creditsPerCharacter: number;
  readonly languageCode: boolean;
  /** Whether `previous_*` and `next_*` are accepted. */
  readonly stitching: boolean;
  /** Whether `apply_text_normalization: "on"` is accepted. */
  readonly normalizationOn: boolean;
  /** Whether the normalized alignment has a space of padding at each end. */
  readonly padding: boolean;
  /** Whether audio tags (`[laughs]`) are performed; else they are read aloud as words. @default false */
  readonly audioTags?: boolean;
  /** Whether `voice_settings.speed` changes nothing. @default false */
  readonly fixedSpeed?: boolean;
}

const V2: Model = {
  maxCharacters: 10_000,
  creditsPerCharacter: 1,
  languageCode: false,
  stitching: true,
  normalizationOn: true,
  padding: true,
};
const FAST: Model = { ...V2, maxCharacters: 30_000, creditsPerCharacter: 0.5 };
const FAST_2_5: Model = { ...FAST, maxCharacters: 40_000, languageCode: true, normalizationOn: false };
const V3: Model = {
  ...V2,
  maxCharacters: 5_000,
  languageCode: true,
  stitching: false,
  padding: false,
  audioTags: true,
  fixedSpeed: true,
};

/** The models that speak, by id, with the limits of the API's documentation in 2026. */
export const MODELS: ReadonlyMap<string, Model> = new Map([
  ['eleven_multilingual_v2', V2],
  ['eleven_flash_v2_5', FAST_2_5],
  ['eleven_turbo_v2_5', FAST_2_5],
  ['eleven_flash_v2', FAST],
  ['eleven_turbo_v2', FAST],
  ['eleven_v3', V3],
]);

/** The model that speaks where a request names none. */
export const DEFAULT_MODEL = 'eleven_multilingual_v2';
