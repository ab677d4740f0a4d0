import { timingSafeEqual } from 'node:crypto';
import { type Authorize, clientAddress } from '../server/index.js';
import { guardsKeyByPlace, isThisMachine, type RelaySettings } from './relay-settings.js';

/** Who may ask: by token where there are any, else, with a real key, this machine alone. Each address is a subject. */
export function authorizeBy(settings: RelaySettings): Authorize {
  const secrets = settings.tokens.map((token) => Buffer.from(`Bearer ${token}`));
  const isLocal = guardsKeyByPlace(settings);
  return (request) => {
    const sent = Buffer.from(request.headers.get('authorization') ?? '');
    const isKnown = secrets.some((secret) => secret.length === sent.length && timingSafeEqual(secret, sent));
    if (secrets.length > 0 && !isKnown) return refuseStranger();
    // A page may give its own name this machine's address, and would then be of one origin with the relay.
    if (isLocal && !isThisMachine(new URL(request.url).hostname)) return refuseHost();
    return subjectOf(request, settings.addressHeader);
  };
}

function subjectOf(request: Request, header: string | null): string {
  // The last address is the one that your own proxy wrote; what stands before it, anybody may have.
  const told = header === null ? null : (request.headers.get(header)?.split(',').at(-1)?.trim() ?? null);
  return network(told || clientAddress(request) || 'unknown').slice(0, 64);
}

/** An IPv6 address as its network of 64 bits: whoever has one address has all of them. IPv4 addresses stay, also those written as IPv6. */
function network(address: string): string {
  const host = address.replace(/^\[|\](?::\d+)?$|%.*$/g, '').toLowerCase();
  // Some proxies write the port as well, and each connection has another.
  const mapped = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/.exec(host)?.[1];
  if (mapped || !host.includes(':') || !URL.canParse(`http://[${host}]`)) return mapped ?? host;
  const [head = '', tail = ''] = new URL(`http://[${host}]`).hostname.slice(1, -1).split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function refuseStranger(): Response {
  return refusal(
    401,
    'not_authorized',
    'This relay asks for a token, so nothing was sent on. Send `Authorization: Bearer …`.',
    { 'www-authenticate': 'Bearer' },
  );
}

function refuseHost(): Response {
  return refusal(
    403,
    'host_not_allowed',
    'This relay has no RELAY_TOKENS, so it answers only to names of its own machine. Set them, or RELAY_OPEN=1 where something in front of it knows its callers.',
  );
}

function refusal(status: number, code: string, message: string, headers: HeadersInit = {}): Response {
  return Response.json({ detail: { status: code, message } }, { status, headers });
}
