import { RelayError } from '../errors.js';
import type { createRelayClient } from './relay-client.js';

let coming: Promise<typeof createRelayClient> | null = null;

/**
 * Loads what asks a relay, once a page: a file by itself, since nothing is asked before a page is shown. It asks nothing, so it may
 * come before anybody does. @throws RelayError where it cannot be had.
 */
export function loadRelayClient(): Promise<typeof createRelayClient> {
  coming ??= load();
  return coming;
}

async function load(): Promise<typeof createRelayClient> {
  try {
    return (await import('./relay-client.js')).createRelayClient;
  } catch (cause) {
    coming = null;
    throw new RelayError(
      'A part of this page that asks the relay could not be loaded, so nothing was sent. Check the connection, and reload the page if the app was renewed meanwhile.',
      { code: 'client_not_loaded', cause },
    );
  }
}
