import type { Speech } from './speech.js';

export interface PlaceLinkOptions {
  /** Tells the texts of one page apart: what `placeLink` was given as the name. @default none */
  name?: string | undefined;
}

/** The address that was gone by last. */
export interface OpenedPlace {
  address: string;
}

/**
 * Goes to the place that the page's address names, as `placeLink` wrote it, now and whenever another is named. Buys nothing: what is
 * silent stays silent. Returns how to stop.
 *
 * @param opened An address that was gone by already is not gone by again.
 */
export function bindPlaceLink(
  speech: Speech,
  { name }: PlaceLinkOptions = {},
  opened: OpenedPlace = { address: '' },
): () => void {
  let leave = (): void => {};

  function open(): void {
    leave();
    const { href, hash } = location;
    if (!hash.includes('place')) return;
    let isWanted = true;
    leave = () => {
      isWanted = false;
    };
    // Few pages are opened by such a link: what reads it is loaded for them alone. Where it is lost, the text begins at its start.
    import('./go-to-place.js').then(
      ({ goToPlace }) => {
        if (!isWanted) return;
        opened.address = href;
        leave = goToPlace(speech, href, name);
      },
      () => {},
    );
  }

  if (opened.address !== location.href) open();
  addEventListener('hashchange', open);
  return () => {
    leave();
    removeEventListener('hashchange', open);
  };
}
