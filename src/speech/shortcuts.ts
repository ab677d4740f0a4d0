import type { SpeechCommand } from './speech-command.js';

const PAGE_COMMANDS = ['loop', 'next', 'search', 'follow', 'help'] as const;

/** What a key asks of the page around a speech: to loop the sentence, go on in an exercise, search, follow the voice, show the keys. */
export type PageCommand = (typeof PAGE_COMMANDS)[number];

/** What a key asks for: of the speech, or of the page around it. */
export type ShortcutCommand = SpeechCommand | PageCommand;

export const isPageCommand = (command: ShortcutCommand): command is PageCommand =>
  PAGE_COMMANDS.some((each) => each === command);

const REPEATED: readonly ShortcutCommand[] = [
  'stepBack',
  'stepForward',
  'back',
  'forward',
  'previousWord',
  'nextWord',
  'previousSentence',
  'nextSentence',
  'slower',
  'faster',
];

/** Whether a key that is held does it again and again. Others would turn on and off as long as it is held. */
export const isRepeated = (command: ShortcutCommand): boolean => REPEATED.includes(command);

/** A command, and the keys that ask for it. */
export interface Shortcut {
  readonly command: ShortcutCommand;
  /** As `KeyboardEvent.key` says it; letters stand for both cases, and for their place on keyboards without Latin letters. */
  readonly keys: readonly string[];
}

/** The keys of a reader. Single letters work only while the focus is within it (WCAG 2.1.4). */
export const SHORTCUTS: readonly Shortcut[] = [
  { command: 'toggle', keys: [' ', 'k'] },
  { command: 'stop', keys: ['x'] },
  { command: 'stepBack', keys: ['ArrowLeft'] },
  { command: 'stepForward', keys: ['ArrowRight'] },
  { command: 'back', keys: ['j'] },
  { command: 'forward', keys: ['l'] },
  { command: 'previousWord', keys: [','] },
  { command: 'nextWord', keys: ['.'] },
  { command: 'previousSentence', keys: ['['] },
  { command: 'nextSentence', keys: [']'] },
  { command: 'repeatSentence', keys: ['s'] },
  { command: 'slower', keys: ['<', '-'] },
  { command: 'faster', keys: ['>', '+'] },
  { command: 'mute', keys: ['m'] },
  { command: 'loop', keys: ['r'] },
  { command: 'next', keys: ['n'] },
  { command: 'search', keys: ['/'] },
  { command: 'follow', keys: ['f'] },
  { command: 'help', keys: ['?'] },
];

/** A key that was pressed, as the DOM tells it. */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'isComposing'
>;

/** What a key asks for; null where it is none of these, or belongs to the browser, the system or a text being written. */
export function shortcutOf(event: PressedKey, shortcuts: readonly Shortcut[] = SHORTCUTS): ShortcutCommand | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  // Shift makes other letters and signs, which `key` says; of keys without, it makes selecting, or scrolling back.
  if (event.shiftKey && (event.key === ' ' || event.key.length > 1)) return null;
  const pressed = event.key.toLowerCase();
  // A keyboard whose keys are Hebrew or Cyrillic has no letter J, but a key where it would be.
  const place = /^Key[A-Z]$/.test(event.code) && !/^[a-z]$/.test(pressed) ? event.code.slice(3).toLowerCase() : null;
  const found = shortcuts.find(({ keys }) =>
    keys.some((key) => key.toLowerCase() === pressed || (place !== null && key.toLowerCase() === place)),
  );
  return found?.command ?? null;
}
