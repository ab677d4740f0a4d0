// Measures timelines, in Node and as a page alike.

/** @typedef {typeof import('react-readalong').createTimeline} CreateTimeline */
/** @typedef {{ half: number, whole: number, ratio: number }} Growth Milliseconds. */
/** @typedef {{ playing: number, random: number }} Lookups Nanoseconds. */

const WORDS = ['hello', 'there', 'night', 'river', 'light', 'stood', 'quiet', 'words', 'small', 'glass'];
const RUNS = 9;

/** A text of so many words of six characters, its sentences of 12 words and paragraphs of 60, aligned as the API does it. @param {number} count */
export function answerOf(count) {
  let text = '';
  for (let i = 0; i < count; i++) {
    const word = WORDS[(i * 7) % WORDS.length] ?? '';
    const isFirst = i % 12 === 0;
    const spelled = isFirst ? `${word[0]?.toUpperCase()}${word.slice(1)}` : word;
    if ((i + 1) % 60 === 0) text += `${spelled.slice(0, 3)}.\n\n`;
    else if ((i + 1) % 12 === 0) text += `${spelled.slice(0, 4)}. `;
    else text += `${spelled} `;
  }
  const characters = [...text];
  const borders = characters.map((_, i) => Math.round(i * 65) / 1000);
  return {
    text,
    alignment: {
      characters,
      character_start_times_seconds: borders,
      character_end_times_seconds: [...borders.slice(1), Math.round(characters.length * 65) / 1000],
    },
  };
}

/** Builds all of a timeline at both sizes, in turn, and compares the medians. @param {CreateTimeline} createTimeline @returns {Promise<Growth>} */
export async function measureGrowth(createTimeline) {
  const sizes = [50_000, 100_000].map((count) => ({
    count,
    answer: answerOf(count),
    times: /** @type {number[]} */ ([]),
  }));
  for (let run = -1; run < RUNS; run++) {
    for (const { count, answer, times } of sizes) {
      // A pause lets the collector clear what the last one left.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const before = performance.now();
      const timeline = createTimeline(answer.alignment, { text: answer.text });
      const units = timeline.words.length + timeline.sentences.length + timeline.paragraphs.length;
      const taken = performance.now() - before;
      if (units < count || timeline.quality.level !== 'exact')
        throw new Error(`The timeline of ${count} words is not whole.`);
      if (run >= 0) times.push(taken);
    }
  }
  const [half = 0, whole = 0] = sizes.map(({ times }) => times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0);
  return { half, whole, ratio: whole / half };
}

/** Looks words up in a timeline of 100 000, frame by frame and at random. @param {CreateTimeline} createTimeline @returns {Lookups} */
export function measureLookups(createTimeline) {
  const { text, alignment } = answerOf(100_000);
  const timeline = createTimeline(alignment, { text });
  const end = timeline.duration ?? 0;
  const COUNT = 300_000;
  /** @param {(i: number) => number} timeOf */
  const nanoseconds = (timeOf) => {
    const times = Float64Array.from({ length: COUNT }, (_, i) => timeOf(i));
    let found = 0;
    const before = performance.now();
    for (const time of times) found += timeline.wordIndexAt(time);
    const taken = performance.now() - before;
    if (found <= 0) throw new Error('No word was found.');
    return (taken * 1e6) / COUNT;
  };
  let seed = 1;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return (seed / 2_147_483_647) * end;
  };
  nanoseconds(random);
  return { playing: nanoseconds((i) => i / 60), random: nanoseconds(random) };
}

if (typeof document !== 'undefined') {
  const { createTimeline } = await import('react-readalong');
  Object.assign(globalThis, {
    growth: () => measureGrowth(createTimeline),
    lookups: () => measureLookups(createTimeline),
  });
}
