import { createRoot } from 'react-dom/client';
import { createElementRoute, ReadAlong, SpeechProvider, VoicePicker } from 'react-readalong';
import 'react-readalong/styles.css';

const VOICE = 'JBFqnCBsd6RMkjVDRZzb';
const route = createElementRoute();

/** Three texts, one to a way to the ear and to a look, and a list of voices: as an app writes it that knows nothing of policies. */
createRoot(document.getElementById('root') ?? document.body).render(
  <SpeechProvider relay="/api/speech">
    <ReadAlong text="The lamps came on along the quay." voiceId={VOICE} title="By the output" lang="en" />
    <ReadAlong text="A boat went by." voiceId={VOICE} outputFormat="pcm_44100" variant="bubble" lang="en" />
    <ReadAlong text="Nobody saw it." voiceId={VOICE} variant="compact" title="By an element" route={route} lang="en" />
    <VoicePicker defaultValue={VOICE} />
  </SpeechProvider>,
);
