import { createFliteEngine, createOfflineElevenLabs, createTonesEngine, loadFlite } from 'react-readalong/offline';
import { createRelayHandler } from 'react-readalong/server';

type OfflineOptions = NonNullable<Parameters<typeof createOfflineElevenLabs>[0]>;

export interface StandInOptions {
  /** The path that the relay is mounted under. */
  prefix: string;
  /** The address of flite.wasm for the Flite voice, or null for the tones. */
  flite: string | null;
  pace?: OfflineOptions['pace'];
  faults?: OfflineOptions['faults'];
  onCall?: OfflineOptions['onCall'];
  voices?: OfflineOptions['voices'];
  /** Hears of Flite's download in bytes; `total` is null where the server does not say. */
  onProgress?: (loaded: number, total: number | null) => void;
}

/** The real relay handler in front of the offline ElevenLabs: what a server does, in a page or a worker. */
export function createStandIn({ prefix, flite, pace, faults, onCall, voices, onProgress }: StandInOptions) {
  // 0 of 0: nothing more will come, here or not.
  const load = (url: string) => loadFlite(url, onProgress).finally(() => onProgress?.(0, 0));
  const engine = flite ? createFliteEngine({ module: () => load(flite) }) : createTonesEngine();
  const upstream = createOfflineElevenLabs({ engine, pace, faults, onCall, voices });
  return createRelayHandler({ apiKey: 'offline', prefix, fetch: upstream });
}
