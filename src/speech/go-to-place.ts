import { placeOfLink } from './place-link.js';
import type { Speech } from './speech.js';

/** Goes to the place that a link names, and where the text is still coming, to it as soon as it is there. Returns how to stop. */
export function goToPlace(speech: Speech, link: string, name: string | undefined): () => void {
  let searched: string | null = null;

  function go(): void {
    const { timeline, status } = speech.getSnapshot();
    const { sourceText } = timeline;
    if (sourceText === searched) return;
    // The reader did not wait for it.
    const isLate = searched !== null && status !== 'idle';
    const place = isLate ? null : placeOfLink(link, sourceText, name);
    searched = sourceText;
    if (place !== null && sourceText !== '') speech.seekToOffset(timeline.toShown(place));
    if (place === null || place < sourceText.length) leave();
  }

  const leave = speech.watch(go);
  go();
  return leave;
}
