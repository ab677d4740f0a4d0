import { PlayButton, SeekBar, type Speech, TimeDisplay } from 'react-readalong';

/** The parts of a player in one bar, as an app would lay them out. */
export function Bar({ speech }: { speech: Speech }) {
  return (
    <div className="readalong-dock">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className="readalong-bar" role="group" aria-label="Playback">
        <div className="readalong-scrub">
          <TimeDisplay speech={speech} />
          <SeekBar speech={speech} />
          <TimeDisplay speech={speech} show="remaining" />
        </div>
        <div className="readalong-controls">
          <div className="readalong-side" />
          <div className="readalong-tape">
            <PlayButton speech={speech} />
          </div>
          <div className="readalong-side" />
        </div>
      </div>
    </div>
  );
}
