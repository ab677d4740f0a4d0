import { Socket } from 'node:net';

const LOCAL = new Set(['localhost', '127.0.0.1', '::1', '::', '0.0.0.0']);

const connect = Socket.prototype.connect;

/** Every connection of a test in Node, `fetch` included, ends here: one that would leave this machine fails the test. */
Socket.prototype.connect = function (this: Socket, ...parameters: unknown[]) {
  const place = placeOf(parameters);
  if (place !== null && !LOCAL.has(place)) {
    throw new Error(
      `A test reached for "${place}". Tests use nothing beyond this machine: give the code a fetch of its own.`,
    );
  }
  return Reflect.apply(connect, this, parameters);
} as typeof connect;

/** The host of a connection, or null for a local pipe. Node calls either with options, with a port and a host, or with both normalised into one array. */
function placeOf(parameters: unknown[]): string | null {
  const [first, second] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
  if (typeof first === 'number') return typeof second === 'string' ? second : 'localhost';
  if (typeof first !== 'object' || first === null || 'path' in first) return null;
  return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
}
