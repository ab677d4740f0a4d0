import {
  AudioError,
  BudgetError,
  GERMAN_LABELS,
  PartError,
  RelayError,
  SpeechError,
  StreamError,
} from 'react-readalong';
import { describe, expect, it } from 'vitest';

const {
  place,
  cost,
  sleepTimer,
  skip,
  rate,
  practice,
  voicePicker,
  error: { message },
} = GERMAN_LABELS;

describe('the German labels', () => {
  it.each([
    [0, '0 Sekunden'],
    [1, '1 Sekunde'],
    [60, '1 Minute'],
    [61, '1 Minute 1 Sekunde'],
    [3660, '1 Stunde 1 Minute'],
    [7325, '2 Stunden 2 Minuten 5 Sekunden'],
    [Number.NaN, '0 Sekunden'],
    [Number.POSITIVE_INFINITY, '0 Sekunden'],
    [-1, '0 Sekunden'],
  ])('say %d seconds as %j', (seconds, said) => {
    expect(place(seconds, 3, '')).toBe(`${said} von 3 Sekunden`);
  });

  it('count one as one, and thousands with a dot', () => {
    const of = (credits: number | null, characters = 1) => cost.toCome({ credits, characters });
    expect([of(0.4), of(2), of(1234.5), of(null)]).toEqual([
      'Etwa 1 Credit',
      'Etwa 2 Credits',
      'Etwa 1.235 Credits',
      'Etwa 1 Zeichen',
    ]);
    expect([1, 5].map((minutes) => sleepTimer.time({ minutes }))).toEqual(['1 Minute', '5 Minuten']);
    expect([skip('words', -1), skip('words', 0), skip('seconds', 1), skip('seconds', -10)]).toEqual([
      'Voriges Wort',
      '0 Wörter vor',
      '1 Sekunde vor',
      '10 Sekunden zurück',
    ]);
    expect([1, 3, Number.POSITIVE_INFINITY].map(practice.sayTimes)).toEqual(['Einmal', '3-mal', 'Endlos']);
    expect([voicePicker.count(1), voicePicker.count(5000)]).toEqual(['1 Stimme', '5.000 Stimmen']);
  });

  it('write a speed with a comma', () => {
    expect([rate.figures(1.25), rate.figures(2), rate.value(0.75)]).toEqual(['1,25', '2', '0,75-fach']);
  });
});

/** Every error that a reader can be shown, and a word that its German message holds. */
const ERRORS: [error: SpeechError, holds: RegExp][] = [
  [new RelayError('Credits.', { status: 401, code: 'quota_exceeded' }), /Guthaben/],
  [new RelayError('Key.', { status: 401, code: 'invalid_api_key' }), /Betreiber/],
  [new RelayError('Voice.', { status: 404, code: 'voice_not_found' }), /Stimme/],
  [new RelayError('Busy.', { status: 429, code: 'another' }), /Warte/],
  [new RelayError('Down.', { status: 503 }), /Warte/],
  [new RelayError('Odd.', { status: 418 }), /Betreiber/],
  [new RelayError('Gone.', { code: 'relay_unreachable' }), /Verbindung/],
  [new StreamError('Cut.', { code: 'stream_cut' }), /brach ab/],
  [new StreamError('Other.', { code: 'something_new' }), /brach ab/],
  [new AudioError('Silent.'), /Browser/],
  [new BudgetError('Dear.'), /kosten/],
  [new SpeechError('What.'), /schief/],
];

describe('an error in German', () => {
  it.each(ERRORS)('is told by its code: %s', (error, holds) => {
    expect(message(error)).toMatch(holds);
    expect(message(error)).not.toContain(error.message);
    expect(message(new PartError('Part.', { start: 0, end: 9, cause: error }))).toMatch(holds);
  });

  it('of a part of which nobody knows why it failed says what to do', () => {
    expect(message(new PartError('Part.', { start: 0, end: 9 }))).toMatch(
      /Teil des Textes.*Versuche es noch einmal\.$/,
    );
  });
});
