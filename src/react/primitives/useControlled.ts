'use client';

import { useState } from 'react';

/** A value that the app holds, where it gives one, or else the component. */
export function useControlled<T>(value: T | undefined, initial: T): [T, (next: T) => void] {
  const [own, setOwn] = useState(initial);
  return [value === undefined ? own : value, setOwn];
}
