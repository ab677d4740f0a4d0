import { loadSoundKit } from '../../src/store/sound-kit.js';

/** A page loads it with its first text; tests that turn clocks by hand cannot wait for a file. test/store/sound-kit.test.ts does. */
await loadSoundKit();
