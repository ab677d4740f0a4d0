import { useState } from 'react';
import { createTimeline, toLRC, toSRT, toVTT } from 'react-readalong';

/** An answer of `/with-timestamps`, as it came. */
interface Recording {
  audio_base64: string;
  alignment: {
    characters: string[];
    character_start_times_seconds: number[];
    character_end_times_seconds: number[];
  };
}

const fileOf = (type: string, text: string) => `data:${type};charset=utf-8,${encodeURIComponent(text)}`;

export function Captions({ recording }: { recording: Recording }) {
  const [timeline] = useState(() => createTimeline(recording.alignment));
  const files = [
    ['recording.vtt', fileOf('text/vtt', toVTT(timeline))],
    ['recording.srt', fileOf('application/x-subrip', toSRT(timeline))],
    ['recording.lrc', fileOf('text/plain', toLRC(timeline))],
  ] as const;
  return (
    <>
      <video controls src={`data:audio/mpeg;base64,${recording.audio_base64}`} style={{ inlineSize: '100%' }}>
        <track default kind="captions" srcLang="en" label="English" src={files[0][1]} />
      </video>
      <ul>
        {files.map(([name, href]) => (
          <li key={name}>
            <a href={href} download={name}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
