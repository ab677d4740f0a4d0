/** What the controls of practice say. */
export interface PracticeLabels {
  /** Of the group. @default 'Practice' */
  practice?: string;
  /** @default 'Loop this sentence' */
  loopSentence?: string;
  /** @default 'Loop the selection' */
  loopSelection?: string;
  /** Begins a stretch of the reader's own. @default 'Begin a loop here' */
  markStart?: string;
  /** Ends the stretch, which is repeated from then on. @default 'End the loop here' */
  markEnd?: string;
  /** Ends the repetition. @default 'Leave the loop' */
  markOff?: string;
  /** @default 'Pause after each sentence' */
  drill?: string;
  /** To the next sentence or stretch. @default 'Next' */
  next?: string;
  /** Ends it. @default 'Stop practising' */
  stop?: string;
  /** Of how often. @default 'Times' */
  times?: string;
  /** How often, in words; Infinity is endless. @default "Once", "3 times", "Endless" */
  sayTimes?: (times: number) => string;
  /** @default 'Leave time to repeat aloud' */
  gap?: string;
  /** @default 'Slow first, then faster' */
  ladder?: string;
  /** @default 'Hide the text until it is spoken' */
  dictation?: string;
  /** Shows a word that is hidden. @default 'Show a word' */
  hint?: string;
  /** Where it is. @default "Round 2 of 3", "Your turn", "Press Next to go on" */
  state?: (state: 'hearing' | 'gap' | 'waiting', round: number, rounds: number) => string;
}

export const PRACTICE_LABELS: Required<PracticeLabels> = {
  practice: 'Practice',
  loopSentence: 'Loop this sentence',
  loopSelection: 'Loop the selection',
  markStart: 'Begin a loop here',
  markEnd: 'End the loop here',
  markOff: 'Leave the loop',
  drill: 'Pause after each sentence',
  next: 'Next',
  stop: 'Stop practising',
  times: 'Times',
  sayTimes: (times) => {
    if (times === 1) return 'Once';
    return times === Number.POSITIVE_INFINITY ? 'Endless' : `${times} times`;
  },
  gap: 'Leave time to repeat aloud',
  ladder: 'Slow first, then faster',
  dictation: 'Hide the text until it is spoken',
  hint: 'Show a word',
  state: (state, round, rounds) => {
    if (state === 'gap') return 'Your turn';
    if (state === 'waiting') return 'Press Next to go on';
    return rounds === Number.POSITIVE_INFINITY ? `Round ${round}` : `Round ${round} of ${rounds}`;
  },
};
