import { type Flite, WORDS } from './create-flite.js';
import { readPhoneNames } from './flite-phones.js';

/** How words sound alone, each asked for once. */
export type FliteLexicon = (words: readonly string[]) => Promise<readonly (readonly string[])[]>;

/** Asks the quickest voice for the phones of each word: Flite has no way to print words and phones in one run. */
export function createFliteLexicon(flite: Flite): FliteLexicon {
  const known = new Map<string, readonly string[]>();
  const ask = async (words: readonly string[]): Promise<string[]> => {
    const { output } = await flite(['-voice', 'kal', '-ps', '-f', WORDS, '-o', 'none'], `${words.join('\n\n')}\n`);
    return output.split('\n').filter((line) => line.trim() !== '');
  };
  return async (words) => {
    const unknown = [...new Set(words)].filter((word) => !known.has(word));
    if (unknown.length > 0) {
      const lines = await ask(unknown);
      // A word that Flite takes for two sentences would move all after it.
      const whole = lines.length === unknown.length;
      for (const [index, word] of unknown.entries()) {
        const line = whole ? lines[index] : (await ask([word])).join(' ');
        known.set(word, readPhoneNames(line ?? ''));
      }
    }
    return words.map((word) => known.get(word) ?? []);
  };
}
