import * as v from 'valibot';

const truth = v.picklist(['true', 'false']);
const words = v.pipe(v.string(), v.maxLength(2048));

/** The query of `GET /v2/voices`, as text in the URL; `voice_ids` repeats (API reference, "List voices"). */
export const wireVoicesQuery = v.strictObject({
  next_page_token: v.optional(words),
  page_size: v.optional(
    v.pipe(v.string(), v.regex(/^(?:[1-9]\d?|100)$/, 'Expected a whole number from 1 to 100, in digits.')),
  ),
  search: v.optional(words),
  sort: v.optional(v.picklist(['created_at_unix', 'name'])),
  sort_direction: v.optional(v.picklist(['asc', 'desc'])),
  voice_type: v.optional(v.picklist(['personal', 'community', 'default', 'workspace', 'non-default'])),
  category: v.optional(v.picklist(['premade', 'cloned', 'generated', 'professional'])),
  fine_tuning_state: v.optional(
    v.picklist(['draft', 'not_verified', 'not_started', 'queued', 'fine_tuning', 'fine_tuned', 'failed', 'delayed']),
  ),
  collection_id: v.optional(words),
  include_total_count: v.optional(truth),
  voice_ids: v.optional(v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(128))), v.maxLength(100))),
});

/** The query of `GET /v1/voices/:voice_id` (deprecated there, and ignored by the API). */
export const wireVoiceQuery = v.strictObject({ with_settings: v.optional(truth) });

export type WireVoicesQuery = v.InferOutput<typeof wireVoicesQuery>;
