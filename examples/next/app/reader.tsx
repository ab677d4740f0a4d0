'use client';

import { ReadAlong, SpeechProvider } from 'react-readalong';

export function Reader({ title, text }: { title: string; text: string }) {
  return (
    <SpeechProvider relay="/api/speech">
      <ReadAlong title={title} text={text} voiceId="JBFqnCBsd6RMkjVDRZzb" lang="en" />
    </SpeechProvider>
  );
}
