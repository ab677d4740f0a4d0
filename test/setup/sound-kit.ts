import { loadRelayClient } from '../../src/relay/late-client.js';
import { loadSoundKit } from '../../src/store/sound-kit.js';

/** A page loads them with its first text; tests that turn clocks by hand cannot wait for a file. test/store/sound-kit.test.ts does. */
await Promise.all([loadSoundKit(), loadRelayClient()]);
