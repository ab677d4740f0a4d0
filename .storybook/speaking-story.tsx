import { type ReactNode, StrictMode, useEffect, useSyncExternalStore } from 'react';
import { SpeechProvider } from 'react-readalong';
import { engineProgress } from './engine-progress.js';
import { type Engine, storyRelay } from './story-relay.js';

export interface SpeakingStoryProps {
  engine: Engine;
  theme: 'light' | 'dark';
  direction: 'ltr' | 'rtl';
  children: ReactNode;
}

/** What every story stands in: a provider with a relay that speaks, the toolbar's theme and direction, and StrictMode. */
export function SpeakingStory({ engine, theme, direction, children }: SpeakingStoryProps) {
  useEffect(() => {
    document.documentElement.dataset.readalongTheme = theme;
    document.documentElement.dir = direction;
  }, [theme, direction]);
  return (
    <StrictMode>
      <EngineProgressLine />
      <SpeechProvider key={engine} relay={storyRelay(engine)}>
        {children}
      </SpeechProvider>
    </StrictMode>
  );
}

function EngineProgressLine() {
  const progress = useSyncExternalStore(engineProgress.subscribe, engineProgress.getSnapshot);
  if (!progress) return null;
  const { loaded, total } = progress;
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return (
    <div className="speaking-story-progress">
      <span id="speaking-story-progress">
        Fetching the voice: {megabytes(loaded)}
        {total === null ? '' : ` of ${megabytes(total)}`} MB
      </span>
      <div
        role="progressbar"
        aria-labelledby="speaking-story-progress"
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total === null ? undefined : loaded}
      >
        <div style={{ inlineSize: total === null ? '100%' : `${(100 * loaded) / total}%` }} />
      </div>
    </div>
  );
}
