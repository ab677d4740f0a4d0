import { DEFAULT_MODEL, MODELS } from '../wire/models.js';

/** So much text, and its price. */
export interface Cost {
  /** Unicode code points, by which the API counts. */
  readonly characters: number;
  /** Credits as the API says them, else by the model's price; null where that is not known. */
  readonly credits: number | null;
}

export const NO_COST: Cost = { characters: 0, credits: 0 };

/** What so many code points cost with a model: 1 credit each, or half of one with the fast models (the API's price list of 2026). */
export function costOf(characters: number, modelId: string | null | undefined): Cost {
  const price = MODELS.get(modelId ?? DEFAULT_MODEL)?.creditsPerCharacter;
  return { characters, credits: price === undefined ? null : characters * price };
}

/** Both together. */
export function addCosts(a: Cost, b: Cost): Cost {
  const credits = a.credits === null || b.credits === null ? null : a.credits + b.credits;
  return { characters: a.characters + b.characters, credits };
}

/** Unicode code points of a text, between two UTF-16 offsets. */
export function countCodePoints(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const isPair = unit >= 0xd800 && unit < 0xdc00 && at + 1 < end && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (isPair) at++;
    count++;
  }
  return count;
}
