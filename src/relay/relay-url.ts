import { RelayError } from '../errors.js';

/** Where a relay is, as it may be shown, and the url of each of its paths. */
export interface RelayUrl {
  readonly base: string;
  join(path: string): string;
}

/** Takes a relay's url apart: the path of an endpoint goes in front of its query. */
export function readRelayUrl(url: string): RelayUrl {
  const [address = '', ...queries] = url.replace(/#.*$/, '').split('?');
  const base = address.replace(/\/+$/, '');
  const query = queries.join('?');
  return {
    base: address,
    join: (path) => (query ? `${base}${path}${path.includes('?') ? '&' : '?'}${query}` : base + path),
  };
}

/** @throws RelayError where a url is that of the API itself, which answers nobody without a key. */
export function refuseApiUrl(url: string): void {
  if (!/^(?:https?:)?\/\/(?:[\w-]+\.)*elevenlabs\.io(?=[:/?#]|$)/i.test(url)) return;
  throw new RelayError(
    'The `url` of the relay is that of ElevenLabs itself, which answers only those who hold an API key, and a page must not hold one. Nothing was sent. Mount createRelayHandler of react-readalong/server on your own server, and point `url` at it.',
    { code: 'relay_is_the_api' },
  );
}
