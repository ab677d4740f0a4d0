#!/usr/bin/env node
import { SpeechError } from '../errors.js';
import { readRelaySettings } from './relay-settings.js';
import { startRelay } from './start-relay.js';

try {
  const settings = readRelaySettings(process.env);
  const { server, metrics } = await startRelay(settings, console.log);
  const through = settings.apiKey === null ? 'the offline stand-in, since ELEVENLABS_API_KEY is not set' : 'ElevenLabs';
  console.log(
    `The relay listens on http://${settings.host}:${settings.port}${settings.prefix} and speaks through ${through}.`,
  );
  const stop = () => {
    server.close();
    server.closeIdleConnections();
    metrics?.close();
    // Streams that are being heard may end; a client that hangs must not hold the process for ever.
    setTimeout(() => process.exit(), 30_000).unref();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
} catch (error) {
  console.error(error instanceof SpeechError || error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
