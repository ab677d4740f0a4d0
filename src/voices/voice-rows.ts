import type { Voice } from '../relay/voice.js';
import type { RememberedVoices } from './voice-memory.js';

export type VoiceGroupName = 'chosen' | 'recents' | 'favourites' | 'all';

/** Voices that are listed under one heading. */
export interface VoiceGroup {
  readonly name: VoiceGroupName;
  readonly voices: readonly Voice[];
}

/** A heading, or the voice at a place among all voices that are listed. */
export type VoiceRow =
  | { readonly kind: 'heading'; readonly group: VoiceGroupName }
  | { readonly kind: 'voice'; readonly voice: Voice; readonly index: number };

export interface VoiceRows {
  readonly rows: readonly VoiceRow[];
  readonly items: readonly Voice[];
  /** The row of each item. */
  readonly rowOfItem: readonly number[];
}

/** What stands above a list: what was used lately and what is marked, and the chosen voice where it is not in sight otherwise. */
export function pinVoices(
  known: readonly Voice[],
  listed: readonly Voice[],
  chosen: string | null,
  { recents, favourites }: RememberedVoices,
): readonly VoiceGroup[] {
  const byId = new Map([...listed, ...known].map((voice) => [voice.voiceId, voice]));
  const taken = new Set<string>();
  const take = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const voice = byId.get(id);
      if (!voice || taken.has(id)) return [];
      taken.add(id);
      return [voice];
    });
  const recent = take(recents);
  const favourite = take(favourites);
  const isSeen = chosen === null || listed.some(({ voiceId }) => voiceId === chosen);
  return [
    { name: 'chosen', voices: isSeen ? [] : take([chosen]) },
    { name: 'recents', voices: recent },
    { name: 'favourites', voices: favourite },
  ];
}

/** The rows of a list below what stands above it. Nobody is listed twice. */
export function listRows(pinned: readonly VoiceGroup[], voices: readonly Voice[]): VoiceRows {
  const above = new Set(pinned.flatMap((group) => group.voices.map(({ voiceId }) => voiceId)));
  const others: VoiceGroup = { name: 'all', voices: voices.filter(({ voiceId }) => !above.has(voiceId)) };
  const rows: VoiceRow[] = [];
  const items: Voice[] = [];
  const rowOfItem: number[] = [];
  for (const { name, voices: members } of [...pinned, others]) {
    if (members.length > 0) rows.push({ kind: 'heading', group: name });
    for (const voice of members) {
      rowOfItem.push(rows.length);
      rows.push({ kind: 'voice', voice, index: items.length });
      items.push(voice);
    }
  }
  return { rows, items, rowOfItem };
}
