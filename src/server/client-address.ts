const addresses = new WeakMap<Request, string>();

/** Notes the address that a request's connection came from. */
export function noteClientAddress(request: Request, address: string | undefined): void {
  if (address) addresses.set(request, address);
}

/**
 * The address of the connection that a request came by, where `toNodeListener` made the request; else null. Behind a proxy that is
 * the proxy's: read the header that your proxy sets instead.
 */
export function clientAddress(request: Request): string | null {
  return addresses.get(request) ?? null;
}
