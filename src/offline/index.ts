export { createFliteEngine, type FliteEngineOptions } from './create-flite-engine.js';
export { createOfflineElevenLabs, type OfflineElevenLabsOptions } from './create-offline-eleven-labs.js';
export { createTonesEngine } from './create-tones-engine.js';
export type { SpeakRequest, SpeechEngine, SpokenPiece } from './engine.js';
export type { Fault } from './fault.js';
export { loadFlite } from './load-flite.js';
export type { OfflineCall } from './offline-call.js';
export type { OfflineClock, Pace } from './pace.js';
export { toneFrequency } from './tone-frequency.js';
