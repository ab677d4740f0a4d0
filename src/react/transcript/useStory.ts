'use client';

import { useState } from 'react';

/** Stays the same while a text only grows: the reader of a story keeps the place in it. Another text is another story. */
export function useStory<Story>(text: string, begin: () => Story): Story {
  const [story, setStory] = useState(begin);
  const [head, setHead] = useState(text);
  if (text === head) return story;
  setHead(text);
  if (text.startsWith(head)) return story;
  const next = begin();
  setStory(() => next);
  return next;
}
