// A book that nobody wrote: chapters, dialogue, numbers, dates, prices, abbreviations, verses, passages in other scripts.
import { DEEDS, NAMES, PASSAGES, PLACES, SAYINGS, THINGS, TIMES, VERSES } from './book-words.mjs';

/** @typedef {() => number} Random 0 to 1. */

/**
 * The same book for the same seed, of at least so many words (runs without white space).
 * @param {{ words?: number, seed?: number }} [options]
 */
export function bookText({ words = 100_000, seed = 6 } = {}) {
  const random = randomFrom(seed);
  const chapters = [];
  for (let count = 0; count < words; ) {
    const text = chapter(chapters.length + 1, random);
    chapters.push(text);
    count += countWords(text);
  }
  return chapters.join('\n\n\n');
}

/** @param {string} text */
export const countWords = (text) => text.match(/\S+/g)?.length ?? 0;

/** Numbers of 0 to 1, the same for the same seed. @param {number} seed @returns {Random} */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {number} number @param {Random} random */
function chapter(number, random) {
  const blocks = [`Chapter ${number}: ${capital(pick(PLACES, random))}`];
  const length = 18 + Math.floor(random() * 14);
  for (let i = 0; i < length; i++) {
    const chance = random();
    if (chance < 0.3) blocks.push(dialogue(random));
    else if (chance < 0.34) blocks.push(pick(VERSES, random));
    else if (chance < 0.4) blocks.push(passage(random));
    else blocks.push(paragraph(random));
  }
  return blocks.join('\n\n');
}

/** @param {Random} random */
function paragraph(random) {
  return Array.from({ length: 3 + Math.floor(random() * 6) }, () => capital(sentence(random))).join(' ');
}

/** @param {Random} random */
function passage(random) {
  const lines = pick(PASSAGES, random);
  return Array.from({ length: 3 + Math.floor(random() * 4) }, () => pick(lines, random)).join(' ');
}

/** @param {Random} random */
function dialogue(random) {
  return Array.from({ length: 2 + Math.floor(random() * 4) }, () => {
    const [name, saying, other] = [pick(NAMES, random), pick(SAYINGS, random), pick(SAYINGS, random)];
    const turn = Math.floor(random() * 4);
    if (turn === 0) return `“${saying},” said ${name}. “${other}.”`;
    if (turn === 1)
      return `“${other}?” ${capital(name)} ${pick(DEEDS, random)}. “${saying} — or did you mean ${pick(THINGS, random)}?”`;
    if (turn === 2) return `‘${saying}…’ ${capital(name)} stopped. ‘No. ${other}!’`;
    return `“${saying},” ${name} said, “and that is No. ${whole(random, 2, 99)} of them.”`;
  }).join('\n');
}

/** @type {((random: Random) => string)[]} */
const SENTENCES = [
  (random) => `${pick(TIMES, random)}, ${pick(NAMES, random)} ${pick(DEEDS, random)}.`,
  (random) =>
    `${pick(NAMES, random)} ${pick(DEEDS, random)}, and ${pick(NAMES, random)} found ${pick(THINGS, random)} near ${pick(PLACES, random)}.`,
  (random) =>
    `there were ${grouped(whole(random, 1000, 98_000))} lamps between ${pick(PLACES, random)} and the sea; ${whole(random, 3, 40)}% of them were out.`,
  (random) =>
    `it cost £${whole(random, 2, 90)}.${whole(random, 10, 99)}, or $${grouped(whole(random, 1000, 9000))} with the freight, which was too much for ${pick(THINGS, random)}.`,
  (random) =>
    `the entry of ${whole(random, 1, 28)}/${whole(random, 1, 12)}/19${whole(random, 10, 39)}, 0${whole(random, 6, 9)}:${whole(random, 10, 59)} a.m., says only this: “${pick(SAYINGS, random)}.”`,
  (random) =>
    `nobody at ${pick(PLACES, random)} (not even ${pick(NAMES, random)}) could say why ${pick(NAMES, random)} ${pick(DEEDS, random)}, i.e. what ${pick(THINGS, random)} had to do with it.`,
  (random) =>
    `if ${pick(NAMES, random)} had ${whole(random, 2, 30)}.${whole(random, 1, 9)} km to go, then so had ${pick(NAMES, random)}, who ${pick(DEEDS, random)} and who, as Prof. Lund liked to say, never hurried, never rested and never once looked back along the water towards ${pick(PLACES, random)}.`,
  (random) => `${pick(NAMES, random)} knew.`,
  (random) => `was it ${pick(THINGS, random)}?`,
];

/** @param {Random} random */
const sentence = (random) => pick(SENTENCES, random)(random);

/** @template Item @param {readonly Item[]} items @param {Random} random @returns {Item} */
function pick(items, random) {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

/** @param {Random} random @param {number} least @param {number} most */
const whole = (random, least, most) => least + Math.floor(random() * (most - least + 1));

/** @param {number} number */
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
