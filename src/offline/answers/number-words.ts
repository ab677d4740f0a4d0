const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: readonly (readonly [size: number, name: string])[] = [
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
  [100, 'hundred'],
];

/** A whole number below a million millions in English words, as one says it: 342 is "three hundred forty-two". */
export function numberWords(value: number): string {
  for (const [size, name] of SCALES) {
    if (value < size) continue;
    const rest = value % size;
    return `${numberWords(Math.floor(value / size))} ${name}${rest > 0 ? ` ${numberWords(rest)}` : ''}`;
  }
  if (value < SMALL.length) return SMALL[value] ?? '';
  const rest = value % 10;
  return `${TENS[Math.floor(value / 10)]}${rest > 0 ? `-${numberWords(rest)}` : ''}`;
}
