import { createTimeline, takeCaptions, toLRC, toSRT, toVTT } from 'react-readalong';
import recording from '../react/recording.json' with { type: 'json' };

/** The same times as captions in three formats, and as a file. */
export default function captions() {
  const timeline = createTimeline(recording.alignment);
  const { name, blob } = takeCaptions(timeline, 'srt');
  return [toVTT(timeline), toSRT(timeline), toLRC(timeline), `${name}: ${blob.size} bytes`].join('\n\n');
}
