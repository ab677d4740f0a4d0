/** Whether a text has a letter or digit, and so a sound of its own: only what has none may last for no time at all. */
export const hasLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
