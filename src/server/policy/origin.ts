/**
 * Whether a browser sent a request from a page of another origin. The browser's own word (`Sec-Fetch-Site`) counts first, since a
 * proxy may have changed the host; a request that is not from a page (no `Origin`) is not.
 */
export function isFromAnotherOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null || request.headers.get('sec-fetch-site') === 'same-origin') return false;
  // Hosts only: behind a proxy that ends TLS the relay sees http where the page saw https.
  return !URL.canParse(origin) || new URL(origin).host !== new URL(request.url).host;
}
