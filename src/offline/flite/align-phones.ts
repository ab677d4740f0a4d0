const VOWEL = /^[aeiou]/;

/**
 * Which word each phone of a sentence belongs to, given how each word sounds alone. In a sentence some phones differ
 * ("the" before a vowel, "1849" as a year), so the two rows are matched at the least cost. Returns a word's index for each phone, never falling.
 */
export function alignPhones(phones: readonly string[], words: readonly (readonly string[])[]): number[] {
  const alone = words.flatMap((word, index) => word.map((phone) => ({ phone, index })));
  const costs = matchCosts(
    phones,
    alone.map(({ phone }) => phone),
  );
  const owners = new Array<number>(phones.length).fill(0);
  let at = alone.length;
  // Walked from the end: a phone that is nobody's goes to the word whose last phone comes before it.
  for (let row = phones.length; row > 0; ) {
    const here = costs[row]?.[at] ?? 0;
    const matched =
      at > 0
        ? (costs[row - 1]?.[at - 1] ?? 0) + difference(phones[row - 1] ?? '', alone[at - 1]?.phone ?? '')
        : Infinity;
    const missing = at > 0 ? (costs[row]?.[at - 1] ?? 0) + 1 : Infinity;
    if (at > 0 && Math.abs(missing - here) < 1e-9) {
      at--;
      continue;
    }
    owners[row - 1] = alone[at - 1]?.index ?? alone[0]?.index ?? 0;
    if (Math.abs(matched - here) < 1e-9) at--;
    row--;
  }
  return owners;
}

function matchCosts(phones: readonly string[], alone: readonly string[]): Float64Array[] {
  const rows = [Float64Array.from({ length: alone.length + 1 }, (_, column) => column)];
  for (const [index, phone] of phones.entries()) {
    const above = rows[index] ?? new Float64Array(0);
    const row = new Float64Array(alone.length + 1);
    row[0] = index + 1;
    for (const [column, other] of alone.entries()) {
      const matched = (above[column] ?? 0) + difference(phone, other);
      row[column + 1] = Math.min(matched, (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1);
    }
    rows.push(row);
  }
  return rows;
}

/** Vowels weaken into each other, consonants less so. */
function difference(phone: string, other: string): number {
  if (phone === other) return 0;
  const vowels = Number(VOWEL.test(phone)) + Number(VOWEL.test(other));
  return vowels === 2 ? 0.4 : vowels === 0 ? 0.9 : 1.6;
}
