'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { LatePart } from './late-part.js';

export interface LateProps<Part> {
  part: LatePart<Part>;
  /** @default nothing */
  whileComing?: ReactNode;
  /** In its place where it could not be loaded. @default nothing */
  ifFailed?: ReactNode;
  onFail?: () => void;
  children: (part: Part) => ReactNode;
}

/**
 * What is loaded when it is first shown. Where that fails, as without a network, all around it stays, and it is asked for again
 * the next time it is shown; React's own `lazy` would take the page down and never ask again. Renders nothing of its own.
 */
export function Late<Part>({ part, whileComing, ifFailed, onFail, children }: LateProps<Part>) {
  const [state, setState] = useState<'coming' | 'here' | 'failed'>(part.here ? 'here' : 'coming');
  const latest = useRef(onFail);
  useEffect(() => {
    latest.current = onFail;
  });
  useEffect(() => {
    let isGone = false;
    const settle = (next: 'here' | 'failed') => () => {
      if (isGone) return;
      setState(next);
      if (next === 'failed') latest.current?.();
    };
    part.load().then(settle('here'), settle('failed'));
    return () => {
      isGone = true;
    };
  }, [part]);
  if (part.here && state === 'here') return children(part.here.value);
  return state === 'failed' ? ifFailed : whileComing;
}
