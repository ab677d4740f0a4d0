import type { ReactNode } from 'react';
import { type Speech, useSpeech } from 'react-readalong';
import { theLamplighter } from './the-lamplighter.js';

interface RowProps {
  /** @default the lamplighter's story */
  text?: string;
  children: (speech: Speech) => ReactNode;
}

/** Parts of a player side by side, with a text that they can play. */
export function Row({ text = theLamplighter.text, children }: RowProps) {
  const { speech } = useSpeech({ text, voiceId: 'JBFqnCBsd6RMkjVDRZzb' });
  return (
    <div className="readalong" style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 }}>
      {children(speech)}
    </div>
  );
}
