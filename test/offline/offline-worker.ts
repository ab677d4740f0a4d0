import { createFliteEngine, createOfflineElevenLabs, loadFlite } from 'react-readalong/offline';

/** The stand-in in a worker: takes Flite's address and a text, answers with what a page can check. */
self.addEventListener('message', async ({ data }: MessageEvent<{ flite: string; text: string }>) => {
  const engine = createFliteEngine({ module: () => loadFlite(data.flite) });
  const fetch = createOfflineElevenLabs({ engine, pace: 'instant' });
  const response = await fetch(
    new Request('https://api.example.test/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb/with-timestamps', {
      method: 'POST',
      headers: { 'xi-api-key': 'a-key' },
      body: JSON.stringify({ text: data.text }),
    }),
  );
  self.postMessage({ status: response.status, body: await response.json() });
});
