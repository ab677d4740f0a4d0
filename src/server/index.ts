export type { CorsOptions } from './cors.js';
export { toNodeListener } from './node-listener.js';
export { createRelayHandler, type RelayHandler, type RelayHandlerOptions } from './relay-handler.js';
