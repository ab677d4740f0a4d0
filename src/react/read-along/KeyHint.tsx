import { SHORTCUTS, type Shortcut, type ShortcutCommand } from '../../speech/shortcuts.js';
import { keyName } from './key-name.js';

export interface KeyHintProps {
  command: ShortcutCommand;
  /** The keys that are in use. @default SHORTCUTS */
  shortcuts: readonly Shortcut[] | undefined;
  /** Names of keys that are no letters. */
  names: Partial<Record<string, string>> | undefined;
}

/** The key that does the same, beside what does it. Renders a `<span>`, or nothing where there is no such key. */
export function KeyHint({ command, shortcuts = SHORTCUTS, names }: KeyHintProps) {
  const key = shortcuts.find((each) => each.command === command)?.keys[0];
  if (key === undefined) return null;
  return (
    <span className="readalong-hint" aria-hidden="true">
      {keyName(key, names)}
    </span>
  );
}
