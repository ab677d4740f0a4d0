import { createElementQueue, type TimedElement } from './element-queue.js';
import { findAudioTags, findSsmlTags, isWithin } from './find-tags.js';
import { foldCharacter } from './fold-character.js';
import type { PlacedStretch } from './lay-blocks.js';
import { matchHead } from './match-head.js';
import type { SpanList } from './span-list.js';
import { spreadBySentences } from './spread-by-sentences.js';
import type { TimeReason } from './time-quality.js';

/** Finds the place of each element in the text, by index: never by a search from the start. */
export interface ElementMatcher {
  push(element: TimedElement): void;
  /** Places an element that will be pushed next, if it is what the text says next. Tells whether it did. */
  foretell(element: TimedElement): boolean;
  /** Pushes what was foretold: only its end may be another. */
  amend(end: number): void;
  /** No more will come. */
  end(): void;
}

export interface MatchedTimes {
  /** The next stretch of the text has its times. */
  place(stretch: PlacedStretch): void;
  report(reason: TimeReason): void;
}

/** Elements that are looked at where the text strays, few first: in mid-stream, and once all are there. */
const WINDOWS = [16, 32, 64];
const FINAL_WINDOW = 256;
/** Characters above which a stretch of other words is worth a reason of its own. */
const PHRASE = 8;

/**
 * Elements that are what the text says next pass at once. Where the two stray, a fixed number of elements decides where they
 * meet again, so that the outcome is the same in whatever pieces they come; where that is not sure, all waits for the end.
 */
export function createElementMatcher(text: string, { place, report }: MatchedTimes): ElementMatcher {
  const queue = createElementQueue();
  let tags: readonly SpanList[] | undefined;
  let position = 0;
  let lastEnd = 0;
  let tried = 0;

  const isTag = (offset: number): boolean => {
    tags ??= [findAudioTags(text), findSsmlTags(text)];
    return tags.some((spans) => isWithin(spans, offset));
  };

  function put(stretch: PlacedStretch): void {
    position += stretch.length;
    lastEnd = stretch.end;
    place(stretch);
  }

  function pass(element: TimedElement): boolean {
    if (!text.startsWith(element.text, position)) {
      if (!sameButStyle(element.text, text.slice(position, position + element.text.length))) return false;
      report('text-differs');
    }
    put({ ...element, length: element.text.length });
    return true;
  }

  /** Uses up elements at the head where the text strays; false where that must wait. */
  function resynchronise(final: boolean): boolean {
    if (position >= text.length) {
      if (queue.at(0)?.text.trim()) report('text-differs');
      queue.drop(1);
      return true;
    }
    for (const count of final ? [...WINDOWS, FINAL_WINDOW] : WINDOWS) {
      if (count <= tried) continue;
      if (!final && queue.size < count) return false;
      tried = count;
      const match = matchHead({ text, position, lastEnd, isTag }, queue, count, count === FINAL_WINDOW);
      if (match) {
        for (const reason of match.reasons) report(reason);
        for (const stretch of match.stretches) put(stretch);
        queue.drop(match.used);
        if (match.remainder) queue.replaceHead(match.remainder);
        return true;
      }
    }
    if (final) return giveUp();
    report('text-differs');
    return false;
  }

  /** The rest is in other words. */
  function giveUp(): boolean {
    const rest = text.slice(position);
    report('text-differs');
    if (rest.length > PHRASE) report('sentence-level');
    for (const stretch of spreadBySentences(rest, queue)) put(stretch);
    queue.drop(queue.size);
    return true;
  }

  function drain(final: boolean): void {
    for (let head = queue.at(0); head; head = queue.at(0)) {
      if (pass(head)) queue.drop(1);
      else if (!resynchronise(final)) return;
      tried = 0;
    }
  }

  return {
    push(element) {
      if (queue.size === 0 && pass(element)) return;
      queue.push(element);
      drain(false);
    },
    foretell(element) {
      if (queue.size > 0 || !text.startsWith(element.text, position)) return false;
      return pass(element);
    },
    amend(end) {
      lastEnd = end;
    },
    end() {
      tried = 0;
      drain(true);
    },
  };
}

/** Whether two texts are of the same characters but for case, marks and the style of quotes. */
function sameButStyle(one: string, other: string): boolean {
  const left = Array.from(one);
  const right = Array.from(other);
  return (
    left.length === right.length &&
    left.every((character, i) => foldCharacter(character) === foldCharacter(right[i] ?? ''))
  );
}
