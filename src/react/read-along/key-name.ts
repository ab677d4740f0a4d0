const NAMES: Partial<Record<string, string>> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** What a key is called: as `KeyboardEvent.key` says it, but for those that are no letters. */
export const keyName = (key: string, names?: Partial<Record<string, string>>): string =>
  names?.[key] ?? NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
