'use client';

import { type HTMLAttributes, type MouseEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Speech } from '../speech/speech.js';
import type { Follow } from '../transcript/follow.js';
import { placeInWords } from '../transcript/place-in-words.js';
import type { TextRange } from '../transcript/selection.js';
import type { ShownPage } from '../transcript/shown-page.js';
import { createTextReader, type TextReader } from '../transcript/text-reader.js';

export interface UseTextReaderOptions {
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
  /** Of the element that holds the text; the app's own handlers come first. */
  handlers: Required<Handlers>;
}

type Handlers = Pick<HTMLAttributes<HTMLDivElement>, 'onPointerDown' | 'onClick' | 'onKeyDown' | 'onFocus' | 'onBlur'>;

/** Presses, keys and selections of a transcript, and the page that goes with the voice. `app`: its user's own handlers. */
export function useTextReader(speech: Speech, options: UseTextReaderOptions, app: Handlers): UseTextReaderResult {
  const aside = useRef<HTMLDivElement>(null);
  const reader = useRef<TextReader | null>(null);
  const latest = useRef(options);
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
      if (isPlain && !event.defaultPrevented && !isOwnControl(event)) reader.current?.click(event.nativeEvent);
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
      event.target.setAttribute('aria-description', sayPlace());
    },
    onBlur(event) {
      app.onBlur?.(event);
      reader.current?.setFocused(false);
      event.currentTarget.removeAttribute('aria-description');
    },
  };
  return { aside, attach, handlers };
}

/** A link or button within the text is its own. */
function isOwnControl({ target, currentTarget }: MouseEvent): boolean {
  if (!(target instanceof Element)) return false;
  const control = target.closest('a[href], button, input, select, textarea, label, summary');
  return control !== null && currentTarget.contains(control);
}
