import { useEffect, useState } from 'react';
import type { Shelf, Speech } from 'react-readalong';

/** What a shelf keeps beyond the page, looked at now and then, and a way to forget it. */
export function Kept({ shelf, speech }: { shelf: Shelf; speech: Speech }) {
  const [usage, setUsage] = useState({ bytes: 0, count: 0 });
  useEffect(() => {
    let here = true;
    const look = () => void shelf.usage().then((now) => here && setUsage(now));
    look();
    const timer = setInterval(look, 1000);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, [shelf]);
  return (
    <p>
      Kept in this browser: {usage.count} parts, {(usage.bytes / 1e6).toFixed(1)} MB.{' '}
      <button
        type="button"
        onClick={() => {
          speech.stop();
          void shelf.clear().then(() => setUsage({ bytes: 0, count: 0 }));
        }}
      >
        Forget it
      </button>
    </p>
  );
}
