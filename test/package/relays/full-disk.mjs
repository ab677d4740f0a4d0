// A relay that keeps speech in a folder, in a process that may write no file above a few kB: what a full disk does. Prints what came of it.
import { createRelayHandler } from 'react-readalong/server';
import { createStorage } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';

let bought = 0;
const storage = createStorage({ driver: fsDriver({ base: process.argv[2] ?? '' }) });
const relay = createRelayHandler({
  apiKey: 'offline-key',
  fetch: async (request) => {
    bought++;
    const { text } = await request.json();
    return new Response(new Uint8Array(Number(text)), { headers: { 'content-type': 'audio/mpeg' } });
  },
  share: { storage },
});

/** @param {string} text */
async function hear(text) {
  const request = new Request('http://relay.test/v1/text-to-speech/abc', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  const answer = await relay(request);
  const { byteLength } = await answer.arrayBuffer();
  // The shelf is written behind the answer.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return [answer.status, byteLength, bought];
}

const heard = [];
for (const text of ['1000', '1000', '100000', '100000']) heard.push(await hear(text));
console.log(JSON.stringify({ heard, kept: (await storage.getKeys()).length }));
