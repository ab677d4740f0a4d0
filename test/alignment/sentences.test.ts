import fc from 'fast-check';
import { createTimeline } from 'react-readalong';
import { describe, expect, test } from 'vitest';
import { anyText } from './aligned.js';

const sentencesOf = (text: string) => createTimeline(null, { text }).sentences.map((sentence) => sentence.text);
const paragraphsOf = (text: string) => createTimeline(null, { text }).paragraphs.map((paragraph) => paragraph.text);

const CASES: [string, string[]][] = [
  ['end at their marks', ['One.', 'Two!', 'Three?', 'Four?!']],
  ['go on behind a title', ['Dr. Smith met Mrs. Jones and Prof. Lee.', 'They left St. Paul.']],
  ['go on behind initials', ['J. R. R. Tolkien wrote it.', 'It is long.']],
  ['go on behind other abbreviations', ['Use fruit, e.g. Apples, i.e. Food.', 'See No. 5 and Fig. 2.']],
  ['take "No." for an answer', ['He said no.', 'No.', 'Never!']],
  ['keep decimals and versions', ['It costs $3.50 now.', 'Version 2.0.1 is out.']],
  ['go on behind speech', ['“Stop!” she said.', '“Why?” he asked.', '"No!" she cried.']],
  ['end with their closing quote', ['She said “Go.”', 'He went.', '(He left.)', 'She stayed.']],
  ['go on behind an ellipsis and a small letter', ['Wait… what?', 'Well... no.']],
  ['keep addresses', ['See https://a.example/b.c?d=e now.', 'Then go.']],
];

describe('sentences', () => {
  test.each(CASES)('%s', (_, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  test.each([
    ['Chinese', '你好。', '我很好！', '你呢？'],
    ['Japanese', '学生です。', '「はい。」'],
    ['Hindi', 'नमस्ते।', 'आप कैसे हैं?'],
    ['Arabic', 'مرحبا.', 'كيف حالك؟'],
  ])('end at the marks of %s', (_, ...sentences) => {
    const joint = /[\u3000-\u9fff]/.test(sentences.join('')) ? '' : ' ';
    expect(sentencesOf(sentences.join(joint))).toEqual(sentences);
  });

  test('go on over a line break that no mark ends, as in a poem or a wrapped text', () => {
    expect(sentencesOf('Roses are red,\nViolets are blue.\nSugar is\nsweet.')).toEqual([
      'Roses are red,\nViolets are blue.',
      'Sugar is\nsweet.',
    ]);
  });

  test('end with their paragraph', () => {
    expect(sentencesOf('Chapter One\n\nIt began. It went on\n\n\nand on')).toEqual([
      'Chapter One',
      'It began.',
      'It went on',
      'and on',
    ]);
  });

  test('have no white space around them', () => {
    expect(sentencesOf('  One.  Two.\n')).toEqual(['One.', 'Two.']);
    expect(sentencesOf(' \n ')).toEqual([]);
  });

  test('lie in order within paragraphs, and hold every word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, sentences, paragraphs } = createTimeline(null, { text });
        for (const [inner, outer] of [
          [sentences, paragraphs],
          [words, sentences],
        ] as const) {
          let from = 0;
          for (const span of outer) {
            expect(text.slice(from, span.start)).toMatch(/^\s*$/);
            from = span.end;
          }
          expect(text.slice(from)).toMatch(/^\s*$/);
          for (const { start } of inner)
            expect(outer.some((span) => span.start <= start && start < span.end)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('paragraphs', () => {
  test.each<[string, string, string[]]>([
    ['are parted by blank lines', 'One.\n\nTwo.\n\n\n\nThree.', ['One.', 'Two.', 'Three.']],
    ['are parted by lines of white space', 'One.\n \t\nTwo.', ['One.', 'Two.']],
    ['are parted in Windows texts too', 'One.\r\nstill.\r\n\r\nTwo.', ['One.\r\nstill.', 'Two.']],
    ['keep single line breaks', 'One\ntwo\nthree', ['One\ntwo\nthree']],
    ['keep their indentation', 'One.\n\n  Two.', ['One.', '  Two.']],
    ['have no line breaks at their ends', '\n\nOne.\n\n', ['One.']],
    ['have no Windows line breaks at their ends', '\r\nOne.\r\n', ['One.']],
    ['are none in white space', ' \n\n ', []],
    ['are none in nothing', '', []],
  ])('%s', (_, text, paragraphs) => {
    expect(paragraphsOf(text)).toEqual(paragraphs);
  });
});
