'use client';

import type { KeyboardEvent } from 'react';
import {
  isPageCommand,
  type PageCommand,
  type Shortcut,
  type ShortcutCommand,
  shortcutOf,
} from '../../speech/shortcuts.js';
import type { Speech } from '../../speech/speech.js';
import { runCommand } from '../../speech/speech-command.js';

export interface UseShortcutsOptions {
  /** Which keys do what. @default SHORTCUTS */
  shortcuts?: readonly Shortcut[] | undefined;
  /** For the keys that are not the speech's own; without it they do nothing. */
  onCommand?: ((command: PageCommand) => void) | undefined;
  /** @default false */
  disabled?: boolean | undefined;
}

export interface UseShortcutsResult {
  /** For the element in which the keys work while the focus is within it. */
  scopeProps: { onKeyDown: (event: KeyboardEvent) => void };
}

/** What a key means to these comes first; to all of them, if it is a letter that is being written. */
const WRITES =
  'input:not([type=range]):not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]:not([contenteditable=false])';
const PRESSED_BY_SPACE = 'button, a[href], input, select, summary, [role=button]';
const MOVED_BY_ARROWS = 'input, select, [role=radiogroup], [role=listbox], [role=menu], [role=slider]';

/**
 * Keys for a reader: space and K play, J and L leap, comma and full stop step by words, S says the sentence again, ? shows them all.
 *
 * @example
 * const { scopeProps } = useShortcuts(speech)
 * <section {...scopeProps}>…</section>
 */
export function useShortcuts(
  speech: Speech,
  { shortcuts, onCommand, disabled = false }: UseShortcutsOptions = {},
): UseShortcutsResult {
  function press(event: KeyboardEvent): void {
    if (disabled || event.defaultPrevented) return;
    const command = shortcutOf({ ...keyOf(event) }, shortcuts);
    if (command === null || belongsElsewhere(event)) return;
    event.preventDefault();
    run(command);
  }
  function run(command: ShortcutCommand): void {
    if (isPageCommand(command)) onCommand?.(command);
    else runCommand(speech, command);
  }
  return { scopeProps: { onKeyDown: press } };
}

const keyOf = ({ key, code, ctrlKey, altKey, metaKey, nativeEvent }: KeyboardEvent) => ({
  key,
  code,
  ctrlKey,
  altKey,
  metaKey,
  isComposing: nativeEvent.isComposing,
});

function belongsElsewhere({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  // A dialog over the reader, as one of voices, is another place.
  if (target.closest(WRITES) || target.closest('[role=dialog], dialog')) return true;
  if (key === ' ') return target.closest(PRESSED_BY_SPACE) !== null;
  return key.startsWith('Arrow') && target.closest(MOVED_BY_ARROWS) !== null;
}
