'use client';

import type { KeyboardEvent } from 'react';
import {
  isPageCommand,
  isRepeated,
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

/** In these, every key is theirs: text is written, or it is a place of its own, as a dialog of voices. */
const ELSEWHERE =
  'input:not([type=range]):not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=dialog], dialog';
const PRESSED_BY_SPACE =
  'button, a[href], input, summary, [role=button], [role=checkbox], [role=switch], [role=radio], [role=tab], [role=option], [role^=menuitem]';
const MOVED_BY_ARROWS =
  'input, [role=radiogroup], [role=listbox], [role^=menu], [role=slider], [role=spinbutton], [role=tablist], [role=tree], [role=grid]';

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
    if (!event.repeat || isRepeated(command)) run(command);
  }
  function run(command: ShortcutCommand): void {
    if (isPageCommand(command)) onCommand?.(command);
    else runCommand(speech, command);
  }
  return { scopeProps: { onKeyDown: press } };
}

const keyOf = ({ key, code, ctrlKey, altKey, metaKey, shiftKey, nativeEvent }: KeyboardEvent) => ({
  key,
  code,
  ctrlKey,
  altKey,
  metaKey,
  shiftKey,
  isComposing: nativeEvent.isComposing,
});

function belongsElsewhere({ key, currentTarget, nativeEvent }: KeyboardEvent): boolean {
  // Not the target: of a component with a shadow root, that is the component, whatever is written in it.
  const path = nativeEvent.composedPath();
  const end = path.indexOf(currentTarget);
  // Drawn elsewhere in the document, as a menu of the app's in a slot.
  if (end < 0) return true;
  // What is around the reader, as a dialog that it is in, does not count.
  const isWithin = (selector: string): boolean =>
    path.slice(0, end).some((each) => each instanceof Element && each.matches(selector));
  if (isWithin(ELSEWHERE)) return true;
  if (key === ' ') return isWithin(PRESSED_BY_SPACE);
  return key.startsWith('Arrow') && isWithin(MOVED_BY_ARROWS);
}
