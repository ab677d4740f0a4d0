'use client';

import { useState } from 'react';
import { placeLink } from '../../speech/place-link.js';
import type { Speech } from '../../speech/speech.js';
import { PanelIcon } from '../primitives/PanelIcon.js';
import type { TakeAwayLabels } from './take-away-labels.js';

export interface CopyLinkButtonProps {
  speech: Speech;
  /** Tells the texts of one page apart, as in `usePlaceLink`. @default none */
  name?: string | undefined;
  labels?: TakeAwayLabels | undefined;
}

/**
 * Copies a link to the place that is heard, which `usePlaceLink` opens. Renders a `<button>`, and a status that says when it is done.
 *
 * @example <CopyLinkButton speech={speech} />
 */
export function CopyLinkButton({ speech, name, labels = {} }: CopyLinkButtonProps) {
  const [said, setSaid] = useState({ words: '', times: 0 });
  const say = (words: string): void => setSaid(({ times }) => ({ words, times: times + 1 }));
  async function copy(): Promise<void> {
    const { timeline } = speech.getSnapshot();
    try {
      const place = timeline.toSource(speech.currentOffset());
      await navigator.clipboard.writeText(placeLink(timeline.sourceText, place, location.href, name));
      say(labels.copied ?? 'The link was copied');
    } catch {
      say(labels.notCopied ?? 'The link could not be copied');
    }
  }
  return (
    <>
      <button type="button" className="readalong-item" onClick={() => void copy()}>
        <PanelIcon name="link" />
        {labels.copy ?? 'Copy link to this place'}
      </button>
      <span role="status" className="readalong-caption">
        {/* Another element each time: the same words again would not be announced. */}
        {said.words && <span key={said.times}>{said.words}</span>}
      </span>
    </>
  );
}
