'use client';

import { useEffect, useRef } from 'react';
import { bindPlaceLink, type OpenedPlace, type PlaceLinkOptions } from '../speech/bind-place-link.js';
import type { Speech } from '../speech/speech.js';

/**
 * Goes to the place in the text that the page's address names, as a copied link does. Buys nothing: what is silent stays silent.
 * A link is gone by once, so that another voice goes on where the reader is.
 *
 * @example usePlaceLink(speech, { name: 'chapter-1' })
 */
export function usePlaceLink(speech: Speech, { name }: PlaceLinkOptions = {}): void {
  const opened = useRef<OpenedPlace>({ address: '' });
  useEffect(() => bindPlaceLink(speech, { name }, opened.current), [speech, name]);
}
