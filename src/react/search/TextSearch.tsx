'use client';

import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { Follow } from '../../transcript/follow.js';
import { PanelIcon, type PanelIconName } from '../primitives/PanelIcon.js';
import { SEARCH_LABELS, type TextSearchLabels } from './search-labels.js';
import { useTextSearch } from './useTextSearch.js';

export interface TextSearchProps {
  speech: Speech;
  /** What follows the voice in the transcript: it rests while hits are looked at. */
  follow?: Follow;
  /** Escape, or its button; without it there is none. The focus goes back to where it was. */
  onClose?: () => void;
  /** Gives the field, as to focus it or to select what it holds. */
  inputRef?: Ref<HTMLInputElement>;
  /** @default English */
  labels?: TextSearchLabels | undefined;
  className?: string;
}

/**
 * Finds words in the text and marks them in every transcript of the speech. Enter goes to the next, with shift to the one
 * before. Capitals and accents do not count. Renders a `<div role="search">`.
 *
 * @example <TextSearch speech={speech} follow={follow} onClose={close} />
 */
export function TextSearch({ speech, follow, onClose, inputRef, labels, className }: TextSearchProps) {
  const words = { ...SEARCH_LABELS, ...labels };
  const { query, hits, current, search, step, play } = useTextSearch(speech, follow);
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(inputRef, () => input.current, []);
  const closes = onClose !== undefined;
  useEffect(() => {
    // Who opened it wants to type, and go on where it was opened.
    const before = document.activeElement;
    if (!closes) return;
    input.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [closes]);
  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.target === input.current) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && onClose) {
      event.preventDefault();
      onClose();
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know <search>
    <div
      role="search"
      aria-label={words.search}
      className={className ? `readalong-find ${className}` : 'readalong-find'}
      onKeyDown={press}
    >
      <PanelIcon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={query}
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => search(event.target.value)}
      />
      <div>
        <span role="status" dir="auto" className="readalong-time">
          {query.trim() !== '' && words.count(current + 1, hits.length)}
        </span>
        <Act name="up" label={words.previous} isOff={hits.length === 0} onPress={() => step(-1)} />
        <Act name="down" label={words.next} isOff={hits.length === 0} onPress={() => step(1)} />
        <Act name="play" label={words.play} isOff={hits.length === 0} onPress={play} />
        {onClose && <Act name="close" label={words.close} onPress={onClose} />}
      </div>
    </div>
  );
}

interface ActProps {
  name: PanelIconName;
  label: string;
  isOff?: boolean;
  onPress: () => void;
}

function Act({ name, label, isOff = false, onPress }: ActProps) {
  return (
    <button
      type="button"
      className="readalong-icon-button"
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      data-disabled={isOff || undefined}
      onClick={onPress}
    >
      <PanelIcon name={name} />
    </button>
  );
}
