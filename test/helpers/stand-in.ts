import { createRelay, type Relay, type RelayOptions } from 'react-readalong';
import {
  createOfflineElevenLabs,
  createTonesEngine,
  type Fault,
  type OfflineCall,
  type Pace,
} from 'react-readalong/offline';
import { createRelayHandler } from 'react-readalong/server';

export interface StandIn {
  readonly relay: Relay;
  /** What reached the stand-in, behind the relay: the requests that cost money. */
  readonly calls: readonly OfflineCall[];
}

/** The true path without a network: our client, our relay handler, and an ElevenLabs that sounds a tone for each character. */
export function createStandIn(
  options: {
    pace?: Pace;
    /** How many there are. @default 40 */
    voices?: number;
    faults?: readonly Fault[] | ((call: OfflineCall) => readonly Fault[]);
  } & Partial<RelayOptions> = {},
): StandIn {
  const { pace = 'instant', faults, voices, ...relayOptions } = options;
  const calls: OfflineCall[] = [];
  const upstream = createOfflineElevenLabs({
    engine: createTonesEngine(),
    pace,
    faults,
    voices,
    onCall: (call) => calls.push(call),
  });
  const handle = createRelayHandler({ apiKey: 'offline-key', fetch: upstream });
  const relay = createRelay({
    url: 'http://relay.test',
    fetch: (input, init) => handle(new Request(input, init)),
    ...relayOptions,
  });
  return { relay, calls };
}
