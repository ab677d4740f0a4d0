'use client';

import { useEffect, useId, useRef } from 'react';
import { SHORTCUTS, type Shortcut, type ShortcutCommand } from '../../speech/shortcuts.js';
import { PanelIcon } from '../primitives/PanelIcon.js';
import { keyName } from './key-name.js';

export interface ShortcutsLabels {
  /** Over the keys. @default 'Keyboard' */
  title?: string;
  /** @default 'Close' */
  close?: string;
  /** What each key does. */
  commands?: Partial<Record<ShortcutCommand, string>>;
  /** Names of keys that are no letters. @default Space, ←, → */
  keys?: Partial<Record<string, string>>;
}

export interface ShortcutsDialogProps {
  open: boolean;
  onClose: () => void;
  shortcuts?: readonly Shortcut[] | undefined;
  labels?: ShortcutsLabels | undefined;
}

export const SHORTCUT_COMMANDS: Record<ShortcutCommand, string> = {
  toggle: 'Play or pause',
  stop: 'Stop, and back to the start',
  stepBack: 'Back 5 seconds',
  stepForward: 'Forward 5 seconds',
  back: 'Back 10 seconds',
  forward: 'Forward 10 seconds',
  previousWord: 'Previous word',
  nextWord: 'Next word',
  previousSentence: 'Previous sentence',
  nextSentence: 'Next sentence',
  repeatSentence: 'The sentence again',
  slower: 'Slower',
  faster: 'Faster',
  mute: 'Mute',
  loop: 'Loop the sentence',
  next: 'Next sentence of the practice',
  search: 'Search in the text',
  follow: 'Follow the voice',
  help: 'These keys',
};

/**
 * The keys of a reader, each with what it does. Renders a modal `<dialog>`.
 *
 * @example <ShortcutsDialog open={isOpen} onClose={close} />
 */
export function ShortcutsDialog({ open, onClose, shortcuts = SHORTCUTS, labels = {} }: ShortcutsDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const { current: element } = dialog;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="readalong-dialog" aria-labelledby={title} onClose={onClose}>
      {open && (
        <>
          <h3 id={title}>
            {labels.title ?? 'Keyboard'}
            <button
              type="button"
              className="readalong-icon-button"
              aria-label={labels.close ?? 'Close'}
              onClick={onClose}
            >
              <PanelIcon name="close" />
            </button>
          </h3>
          <dl className="readalong-keys">
            {shortcuts.map(({ command, keys }) => (
              <div key={`${command} ${keys.join(' ')}`}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{keyName(key, labels.keys)}</kbd>
                  ))}
                </dt>
                <dd>{labels.commands?.[command] ?? SHORTCUT_COMMANDS[command]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </dialog>
  );
}
