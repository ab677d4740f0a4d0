'use client';

import { useEffect, useState } from 'react';

/** A text once it has rested for some milliseconds; nothing at all is settled at once. */
export function useSettled(text: string, rest: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), rest);
    return () => clearTimeout(timer);
  }, [text, rest]);
  return text === '' || rest === 0 ? text : settled;
}
