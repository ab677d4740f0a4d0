/**
 * Whether a browser sent a request from a page of another origin. The browser's own word (`Sec-Fetch-Site`) counts first, since a
 * proxy may have changed the host; a request that is not from a page (neither header) is not.
 */
export function isFromAnotherOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  // A picture or a script of another site's page carries no origin, but the cookies of whoever looks at it.
  if (site === 'same-origin' || origin === null) return site === 'cross-site';
  // Hosts only: behind a proxy that ends TLS the relay sees http where the page saw https.
  return !URL.canParse(origin) || new URL(origin).host !== new URL(request.url).host;
}
