import type { Timeline } from '../alignment/timeline.js';
import { createHeardPlaces, type HeardPlace } from './heard-place.js';
import type { MarkLayer } from './mark-layer.js';
import { createMarks, type Stretch } from './marks.js';
import { createPill } from './pill.js';
import type { TextMap } from './text-map.js';
import { createUpcomingParagraphs } from './upcoming-paragraphs.js';

/** How what is heard is marked. */
export type Look = 'pill' | 'marker' | 'underline' | 'sweep' | 'none';

/** Shows in the DOM what of a text is heard. */
export interface MarkPainter {
  /** Marks the character at an offset with its word and sentence, or nothing for null. Writes only what changed. */
  show(offset: number | null, timeline: Timeline): void;
  /** Marks the same again where it is now: the text was laid out anew, or other paragraphs of it are in the DOM. */
  refresh(): void;
  remove(): void;
}

export interface CreateMarkPainterOptions {
  look: Look;
  map: TextMap;
  /** An empty element beside the paragraphs, for what is drawn behind them. */
  layer: HTMLElement;
  /** Elements that have another size when all of the text is laid out anew. */
  resizes: readonly Element[];
  /** Which stretches are lit. @default all */
  lights?: (stretch: Stretch) => boolean;
}

/** Creates the painter of a text of plain paragraphs. Without `CSS.highlights` it does nothing. */
export function createMarkPainter({ look, map, layer, resizes, lights }: CreateMarkPainterOptions): MarkPainter {
  const marks = createMarks(layer.ownerDocument, map, lights);
  const layers = [marks];
  if (!lights || lights('upcoming')) layers.push(createUpcomingParagraphs(map));
  if (look === 'pill') layers.push(createPill(layer, map, resizes));
  return paintLayers(layers);
}

/** A painter that hands each place to all of its layers. */
export function paintLayers(layers: readonly MarkLayer[]): MarkPainter {
  let placeAt = createHeardPlaces();
  let shown: HeardPlace | null = null;
  return {
    show(offset, timeline) {
      if (offset === null) placeAt = createHeardPlaces();
      const place = offset === null ? null : placeAt(offset, timeline);
      if (place === shown) return;
      shown = place;
      for (const layer of layers) layer.show(place);
    },
    refresh() {
      for (const layer of layers) layer.refresh();
    },
    remove() {
      for (const layer of layers) layer.remove();
    },
  };
}
