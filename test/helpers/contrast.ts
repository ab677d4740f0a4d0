/** Red, green and blue, 0–255. */
type Colour = readonly [number, number, number];

const canvas = document.createElement('canvas');
canvas.width = 1;
canvas.height = 1;
const pen = canvas.getContext('2d', { willReadFrequently: true });

/** What is seen where colours lie over each other, the lowest first: the browser itself mixes them. */
export function painted(...layers: readonly string[]): Colour {
  if (!pen) throw new Error('There is no canvas.');
  for (const layer of ['#fff', ...layers]) {
    pen.fillStyle = '#f0f';
    pen.fillStyle = layer;
    pen.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of what lies over layers with those layers alone: 1–21. */
export function contrast(colour: string, layers: readonly string[]): number {
  const over = luminance(painted(...layers, colour));
  const under = luminance(painted(...layers));
  return (Math.max(over, under) + 0.05) / (Math.min(over, under) + 0.05);
}

const COLOURS = /(?:rgba?|hsla?|oklch|oklab|lab|lch|color)\([^()]*\)|#[\da-f]{3,8}/gi;

/** The colours in a computed value, as of a gradient or a shadow. */
export const coloursIn = (value: string): string[] => value.match(COLOURS) ?? [];

/** What lies behind an element, from the page up, the element's own background included: a list for each colour of a gradient. */
export function grounds(element: Element): string[][] {
  const chain: Element[] = [];
  for (let each: Element | null = element; each; each = each.parentElement) chain.unshift(each);
  let stacks: string[][] = [[]];
  for (const each of chain) {
    const { backgroundColor, backgroundImage } = getComputedStyle(each);
    const stops = coloursIn(backgroundImage);
    stacks = stacks.flatMap((stack) =>
      (stops.length > 0 ? stops : ['transparent']).map((stop) => [...stack, backgroundColor, stop]),
    );
  }
  return stacks;
}

/** The least contrast of a colour with what may lie behind it. */
export const least = (colour: string, element: Element): number =>
  Math.min(...grounds(element).map((layers) => contrast(colour, layers)));
