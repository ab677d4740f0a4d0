'use client';

import { type CSSProperties, forwardRef, type ReactNode } from 'react';
import type { Shortcut } from '../../speech/shortcuts.js';
import type { HighlightedTranscriptProps } from '../transcript/HighlightedTranscript.js';
import { type UseSpeechOptions, useSpeech } from '../useSpeech.js';
import type { VoicePickerProps } from '../voices/VoicePicker.js';
import { ReadAlongBubble } from './ReadAlongBubble.js';
import { ReadAlongCompact } from './ReadAlongCompact.js';
import { ReadAlongPage } from './ReadAlongPage.js';
import type { ReadAlongLabels } from './read-along-labels.js';
import type { ReadAlongSlots } from './read-along-slots.js';

interface ReadAlongCommon {
  /** Language of the text, for fonts and screen readers (BCP 47). */
  lang?: string;
  labels?: ReadAlongLabels;
  className?: string;
  style?: CSSProperties;
}

interface ReadAlongAsPage extends ReadAlongCommon {
  /** The text with its player below it. */
  variant?: 'page';
  /** Over the text. */
  title?: ReactNode;
  /** What marks what is heard, until the reader chooses another. @default 'pill' */
  look?: HighlightedTranscriptProps['look'];
  /** Parts of the app's own in place of the standard ones. */
  slots?: ReadAlongSlots;
  /** Lets the reader choose the voice, which the app hands on as `voiceId`. It is loaded only where this is said. @default none */
  voicePicker?: VoicePickerProps;
  /** Keys that work while the focus is within it; 'none' switches them off. @default SHORTCUTS */
  shortcuts?: readonly Shortcut[] | 'none';
  /** Tells it apart from other readers of the page in links to a place, which it copies and opens. @default none */
  linkName?: string;
}

interface ReadAlongAsLine extends ReadAlongCommon {
  /** One line: play, title, rail, time left and speed. The text is not shown. */
  variant: 'compact';
  title?: ReactNode;
  look?: never;
  slots?: never;
  voicePicker?: never;
  shortcuts?: never;
  linkName?: never;
}

interface ReadAlongAsBubble extends ReadAlongCommon {
  /** A message of a chat. */
  variant: 'bubble';
  /** @default 'marker' */
  look?: HighlightedTranscriptProps['look'];
  title?: never;
  slots?: never;
  voicePicker?: never;
  shortcuts?: never;
  linkName?: never;
}

/** How a text is shown: a page with its player, one line, or a message of a chat. */
export type ReadAlongOptions = ReadAlongAsPage | ReadAlongAsLine | ReadAlongAsBubble;

/** What is spoken, as for `useSpeech`, and how it is shown. */
export type ReadAlongProps = UseSpeechOptions & ReadAlongOptions;

/**
 * A text that reads itself aloud: transcript, player and errors in one element. Renders a `<section>`; as a bubble an `<article>`.
 *
 * @example <ReadAlong text={text} voiceId="JBFqnCBsd6RMkjVDRZzb" title="The Lamplighter" lang="en" />
 */
export const ReadAlong = forwardRef<HTMLElement, ReadAlongProps>(function ReadAlong(
  {
    variant = 'page',
    title,
    lang,
    look,
    labels = {},
    slots = {},
    voicePicker,
    shortcuts,
    linkName,
    className,
    style,
    ...source
  },
  ref,
) {
  const { speech } = useSpeech(source);
  const common = { ref, speech, lang, labels, className, style };
  if (variant === 'compact') return <ReadAlongCompact {...common} title={title} />;
  if (variant === 'bubble') return <ReadAlongBubble {...common} look={look} />;
  return (
    <ReadAlongPage
      {...common}
      title={title}
      look={look}
      slots={slots}
      voicePicker={voicePicker}
      shortcuts={shortcuts}
      linkName={linkName}
    />
  );
});
