/** Which voices to list: every parameter of the API's "List voices". */
export interface VoicesQuery {
  /** Of the page before, where it said `hasMore`. */
  nextPageToken?: string | null;
  /** 1–100. The first page may hold more, since default voices are added. @default 10 */
  pageSize?: number;
  /** Looked for in name, description, labels and category. */
  search?: string | null;
  sort?: 'created_at_unix' | 'name' | null;
  sortDirection?: 'asc' | 'desc' | null;
  /** 'non-default' is all but 'default'. */
  voiceType?: 'personal' | 'community' | 'default' | 'workspace' | 'non-default' | null;
  category?: 'premade' | 'cloned' | 'generated' | 'professional' | null;
  /** Of professional voice clones. */
  fineTuningState?:
    | 'draft'
    | 'not_verified'
    | 'not_started'
    | 'queued'
    | 'fine_tuning'
    | 'fine_tuned'
    | 'failed'
    | 'delayed'
    | null;
  collectionId?: string | null;
  /** Costs the API time. @default true, by the API */
  includeTotalCount?: boolean;
  /** At most 100. */
  voiceIds?: readonly string[] | null;
}
