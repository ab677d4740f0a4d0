'use client';

import { useState } from 'react';
import { placeLink } from '../../speech/place-link.js';
import type { Speech } from '../../speech/speech.js';
import { Icon } from '../primitives/Icon.js';
import type { TakeAwayLabels } from './take-away-labels.js';

export interface CopyLinkButtonProps {
  speech: Speech;
  labels?: TakeAwayLabels | undefined;
}

/** Copies a link to the place that is heard. Renders a `<button>`, and a status that says when it is done. */
export function CopyLinkButton({ speech, labels = {} }: CopyLinkButtonProps) {
  const [said, setSaid] = useState('');
  async function copy(): Promise<void> {
    const { timeline } = speech.getSnapshot();
    try {
      await navigator.clipboard.writeText(placeLink(timeline.sourceText, timeline.toSource(speech.currentOffset())));
      setSaid(labels.copied ?? 'The link was copied');
    } catch {
      setSaid(labels.notCopied ?? 'The link could not be copied');
    }
  }
  return (
    <>
      <button type="button" className="readalong-item" onClick={() => void copy()}>
        <Icon name="link" />
        {labels.copy ?? 'Copy link to this place'}
      </button>
      <span role="status" className="readalong-caption">
        {said}
      </span>
    </>
  );
}
