'use client';

import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { Speech } from '../../speech/speech.js';
import type { SpeechSnapshot } from '../../speech/speech-snapshot.js';
import type { Cost } from '../../store/cost.js';
import { useSpeechState } from '../useSpeechState.js';

/** What can be said of the price at one moment. */
export type CostState = 'toCome' | 'asking' | 'waiting' | 'spent' | 'free' | 'own';

export interface CostNoteLabels {
  /** Before anything was bought. @default "About 5,214 credits" */
  toCome?: (cost: Cost) => string;
  /** @default 'Asking for the voice…' */
  asking?: string;
  /** @default 'Waiting for sound…' */
  waiting?: string;
  /** @default "1,243 credits so far" */
  spent?: (cost: Cost) => string;
  /** @default 'Hearing it again is free' */
  free?: string;
}

export interface CostNoteProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  speech: Speech;
  labels?: CostNoteLabels;
}

/** Credits where the price is known, else characters, which is what is counted. */
export function sayCost({ credits, characters }: Cost): string {
  const [count, unit] = credits === null ? [characters, 'character'] : [Math.ceil(credits), 'credit'];
  return `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`;
}

export const COST_LABELS: Required<CostNoteLabels> = {
  toCome: (cost) => `About ${sayCost(cost)}`,
  asking: 'Asking for the voice…',
  waiting: 'Waiting for sound…',
  spent: (cost) => `${sayCost(cost)} so far`,
  free: 'Hearing it again is free',
};

export interface UseCostResult {
  state: CostState;
  spent: Cost;
  toCome: Cost;
}

/**
 * What hearing it costs, and what it has cost. Renders when that changes.
 *
 * @example const { spent, toCome } = useCost(speech)
 */
export function useCost(speech: Speech): UseCostResult {
  return useSpeechState(speech, selectCost);
}

/**
 * The price, said before it is spent. Renders a `<span>`, empty for sound that costs nothing.
 *
 * @example <CostNote speech={speech} />
 */
export const CostNote = forwardRef<HTMLSpanElement, CostNoteProps>(function CostNote(
  { speech, labels, className, ...rest },
  ref,
) {
  const { state, spent, toCome } = useCost(speech);
  const words = { ...COST_LABELS, ...labels };
  const said = {
    toCome: words.toCome(toCome),
    asking: words.asking,
    waiting: words.waiting,
    spent: words.spent(spent),
    free: words.free,
    own: '',
  }[state];
  return (
    <span
      dir="auto"
      title={said || undefined}
      {...rest}
      ref={ref}
      className={className ? `readalong-caption ${className}` : 'readalong-caption'}
      data-state={state}
    >
      {/* Another element each time: one that says something else beside its old place would have moved. */}
      <span key={said}>{said}</span>
    </span>
  );
});

function selectCost({ status, loading, spent, toCome, requestId }: SpeechSnapshot): UseCostResult {
  return { state: stateOf(), spent, toCome };

  function stateOf(): CostState {
    if (status === 'buffering') return loading === 'waiting' ? 'asking' : 'waiting';
    if (toCome.characters > 0) return spent.characters > 0 ? 'spent' : 'toCome';
    if (loading === 'complete') return spent.characters > 0 || requestId !== null ? 'free' : 'own';
    return spent.characters > 0 ? 'spent' : 'own';
  }
}
