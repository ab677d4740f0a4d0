/** A voice as the API sends it: `voice_id` for certain, the rest optional and nullable. */
export interface VoiceRecord {
  readonly voice_id: string;
  readonly name: string | null;
  readonly category: string | null;
  readonly labels: Readonly<Record<string, string>> | null;
  readonly description: string | null;
  readonly created_at_unix: number | null;
  readonly fine_tuning: { readonly state: Readonly<Record<string, string>>; readonly [key: string]: unknown } | null;
  readonly is_owner: boolean | null;
  readonly [key: string]: unknown;
}
