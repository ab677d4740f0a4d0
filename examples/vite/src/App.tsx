import { ReadAlong, SpeechProvider } from 'react-readalong';

const text = `At a quarter past four, when the shops on Quay Street put out their lamps, the old man took his ladder from its hook.

He had two hundred and fourteen to light before dark.`;

export function App() {
  return (
    <SpeechProvider relay="/api/speech">
      <ReadAlong title="The Lamplighter" text={text} voiceId="JBFqnCBsd6RMkjVDRZzb" lang="en" />
    </SpeechProvider>
  );
}
