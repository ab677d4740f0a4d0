'use client';

import { type HTMLAttributes, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { TextRange } from '../../alignment/text-range.js';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import type { Follow } from '../../transcript/follow.js';
import type { Look } from '../../transcript/mark-painter.js';
import { takesClicks } from '../../transcript/own-control.js';
import { placeInWords } from '../../transcript/place-in-words.js';
import type { ShownPage } from '../../transcript/shown-page.js';
import { createTextReader, type TextReader } from '../../transcript/text-reader.js';

export interface UseTextReaderOptions {
  /** The text's own name, where no `aria-labelledby` of the app's gives it one. */
  name: string;
  look: Look;
  status: SpeechSnapshot['status'];
  follow?: Follow | undefined;
  onSelectRange?: ((range: TextRange | null) => void) | undefined;
  /** What is said when a reader asks where the voice is; null where nothing is heard. */
  sayPlace(place: { word: string; sentence: string } | null): string;
}

export interface UseTextReaderResult {
  /** Of an empty element beside the paragraphs, for the ring of the caret and what is said when it is asked. */
  aside: RefObject<HTMLDivElement | null>;
  /** Starts with a page that is shown. Returns how to stop. */
  attach(page: ShownPage): () => void;
  /** Of the `<div>` that holds the text: one tab stop, from which the keys go through it. The app's own handlers come first. */
  rootProps: RootProps;
}

type RootProps = HTMLAttributes<HTMLDivElement> & { 'data-look': Look; 'data-status': SpeechSnapshot['status'] };
type Handlers = Pick<HTMLAttributes<HTMLDivElement>, 'onPointerDown' | 'onClick' | 'onKeyDown' | 'onFocus' | 'onBlur'>;

/** Presses, keys and selections of a transcript, and the page that goes with the voice. `app`: its user's own attributes and handlers. */
export function useTextReader(
  speech: Speech,
  options: UseTextReaderOptions,
  app: HTMLAttributes<HTMLDivElement>,
): UseTextReaderResult {
  const aside = useRef<HTMLDivElement>(null);
  const reader = useRef<TextReader | null>(null);
  const latest = useRef(options);
  /** The app's own description of the text, and what stands in its place while the text has the focus. */
  const described = useRef<{ own: string | null; written: string | null }>({ own: null, written: null });
  useEffect(() => {
    latest.current = options;
  });
  const { follow } = options;
  const listens = options.onSelectRange !== undefined;

  const sayPlace = useCallback((): string => {
    const offset = speech.litOffset();
    const words = offset === null ? null : placeInWords(speech.getSnapshot().timeline.spans, offset);
    return latest.current.sayPlace(words);
  }, [speech]);

  const attach = useCallback(
    (page: ShownPage) => {
      const layer = aside.current;
      if (!layer) return () => {};
      const onSelectRange = listens ? (range: TextRange | null) => latest.current.onSelectRange?.(range) : undefined;
      const own = createTextReader(page, speech, { layer, follow, onSelectRange, sayPlace });
      reader.current = own;
      return () => {
        own.remove();
        if (reader.current === own) reader.current = null;
      };
    },
    [speech, follow, listens, sayPlace],
  );

  const handlers: Required<Handlers> = {
    onPointerDown(event) {
      app.onPointerDown?.(event);
      if (!event.defaultPrevented) reader.current?.pointerDown(event.nativeEvent);
    },
    onClick(event) {
      app.onClick?.(event);
      const isPlain = !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey);
      if (isPlain && !event.defaultPrevented && !takesClicks(event.target, event.currentTarget))
        reader.current?.click(event.nativeEvent);
    },
    onKeyDown(event) {
      app.onKeyDown?.(event);
      const isMine = event.target === event.currentTarget && !event.defaultPrevented;
      if (isMine && reader.current?.keyDown(event)) event.preventDefault();
    },
    onFocus(event) {
      app.onFocus?.(event);
      if (event.target !== event.currentTarget) return;
      reader.current?.setFocused(event.target.matches(':focus-visible'));
      // Read out with the name of the text, once, and not kept up with the voice.
      const own = event.target.getAttribute('aria-description');
      const written = [own, sayPlace()].filter(Boolean).join(' ');
      described.current = { own, written };
      event.target.setAttribute('aria-description', written);
    },
    onBlur(event) {
      app.onBlur?.(event);
      reader.current?.setFocused(false);
      if (event.target !== event.currentTarget) return;
      const { own, written } = described.current;
      // The app may have written another one meanwhile.
      if (event.target.getAttribute('aria-description') !== written) return;
      if (own === null) event.target.removeAttribute('aria-description');
      else event.target.setAttribute('aria-description', own);
    },
  };
  const label = app['aria-labelledby'] ? undefined : options.name;
  const named = { role: 'document', 'aria-label': label, tabIndex: 0 };
  return {
    aside,
    attach,
    rootProps: { ...named, ...app, ...handlers, 'data-look': options.look, 'data-status': options.status },
  };
}
