import { createSpeech, fileName, saveFile, takeAudio } from 'react-readalong';
import recording from '../react/recording.json' with { type: 'json' };

/** The sound as it was received, and as WAV; the first is handed to you. */
export default async function takeAway() {
  const speech = createSpeech({ recording });
  await speech.fetchAll();
  const received = await takeAudio(speech);
  const wav = await takeAudio(speech, { as: 'wav' });
  saveFile(received);
  speech.dispose();
  const say = ({ name, blob }: typeof wav) => `${name}, ${blob.type}, ${blob.size} bytes`;
  return [say(received), say(wav), fileName('What / is: “this”?', 'mp3')].join('\n');
}
