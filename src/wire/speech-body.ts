import * as v from 'valibot';

const optional = <const Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** A strict object that is no list either: `v.strictObject` alone takes `[]` for an object without entries. */
const record = <const Entries extends v.ObjectEntries>(entries: Entries) => {
  const schema = v.strictObject(entries);
  return v.lazy((input) => (Array.isArray(input) ? v.never('Expected an object, not a list.') : schema));
};
/** Counted before its items are looked at: half a million bad ones would be half a million faults. */
const upToThree = <const Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(v.unknown()), v.maxLength(3), v.array(item));
const requestIds = upToThree(v.string());

/** `voice_settings`: five, each nullable; `speed` is refused below 0.7 and above 1.2. */
export const wireVoiceSettings = record({
  stability: optional(share),
  similarity_boost: optional(share),
  style: optional(share),
  use_speaker_boost: optional(v.boolean()),
  speed: optional(v.pipe(v.number(), v.minValue(0.7), v.maxValue(1.2))),
});

/** The JSON body of the four speech endpoints, with every range of the reference. Unknown fields are refused by name. */
export const wireSpeechBody = v.strictObject({
  text: v.string(),
  model_id: v.optional(v.pipe(v.string(), v.minLength(1))),
  language_code: optional(v.string()),
  voice_settings: optional(wireVoiceSettings),
  pronunciation_dictionary_locators: optional(
    upToThree(record({ pronunciation_dictionary_id: v.string(), version_id: optional(v.string()) })),
  ),
  seed: optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295))),
  previous_text: optional(v.string()),
  next_text: optional(v.string()),
  previous_request_ids: optional(requestIds),
  next_request_ids: optional(requestIds),
  apply_text_normalization: v.optional(v.picklist(['auto', 'on', 'off'])),
  apply_language_text_normalization: v.optional(v.boolean()),
  use_pvc_as_ivc: v.optional(v.boolean()),
});

export type WireSpeechBody = v.InferOutput<typeof wireSpeechBody>;
export type WireVoiceSettings = v.InferOutput<typeof wireVoiceSettings>;

/** The query parameters of the four speech endpoints, as text in the URL. */
export const wireSpeechQuery = v.strictObject({
  enable_logging: v.optional(v.picklist(['true', 'false'])),
  optimize_streaming_latency: v.optional(v.picklist(['0', '1', '2', '3', '4'])),
  output_format: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}$/))),
});

export type WireSpeechQuery = v.InferOutput<typeof wireSpeechQuery>;
