export type { Fault } from './answers/fault.js';
export type { OfflineClock, Pace } from './answers/pace.js';
export { createOfflineElevenLabs, type OfflineElevenLabsOptions } from './create-offline-eleven-labs.js';
export type { SpeakRequest, SpeechEngine, SpokenPiece } from './engine.js';
export { createFliteEngine, type FliteEngineOptions } from './flite/create-flite-engine.js';
export { loadFlite } from './flite/load-flite.js';
export type { OfflineCall } from './offline-call.js';
export { createTonesEngine } from './tones/create-tones-engine.js';
export { toneFrequency } from './tones/tone-frequency.js';
