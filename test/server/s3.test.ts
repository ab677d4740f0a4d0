import { limitStorage } from 'react-readalong/server';
import { createStorage } from 'unstorage';
import s3Driver from 'unstorage/drivers/s3';
import { expect, it } from 'vitest';
import { relayTo, speak } from './fake-api.js';
import { serve } from './serve.js';

const path = '/v1/text-to-speech/abc/stream';

/** A bucket as S3 speaks it: PUT, GET, HEAD, DELETE and the list of its objects, each signed. */
async function bucket() {
  const objects = new Map<string, Buffer>();
  const state = { isFull: false, cutAt: Number.POSITIVE_INFINITY, unsigned: 0 };
  const port = await serve(async (request, response) => {
    if (!/^AWS4-HMAC-SHA256 Credential=id\//.test(request.headers.authorization ?? '')) state.unsigned++;
    const name = decodeURIComponent(new URL(request.url ?? '', 'http://s3').pathname.replace(/^\/speech\/?/, ''));
    const sent: Buffer[] = [];
    for await (const chunk of request) sent.push(chunk);
    if (name === '') return response.end(listing([...objects.keys()]));
    if (request.method === 'PUT' && state.isFull) return response.writeHead(507).end('<Error/>');
    if (request.method === 'PUT') objects.set(name, Buffer.concat(sent).subarray(0, state.cutAt));
    if (request.method === 'DELETE') objects.delete(name);
    const found = objects.get(name);
    if (request.method === 'PUT' || request.method === 'DELETE') return response.writeHead(200).end();
    if (!found) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    response.writeHead(200, { 'content-length': found.length }).end(request.method === 'HEAD' ? undefined : found);
  });
  const driver = s3Driver({
    accessKeyId: 'id',
    secretAccessKey: 'the secret of the bucket',
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'speech',
    region: 'us-east-1',
  });
  return { objects, state, storage: createStorage({ driver }) };
}

function listing(names: string[]): string {
  const contents = names.map((name) => `<Contents><Key>${name}</Key></Contents>`).join('');
  return `<?xml version="1.0"?><ListBucketResult><Name>speech</Name>${contents}</ListBucketResult>`;
}

/** Any bytes, so that nothing on the way may take them for text. */
function sounds() {
  let count = 0;
  return () => new Response(Uint8Array.from({ length: 300 }, (_, i) => (i === 0 ? ++count : 255 - (i % 256))));
}

async function firstByte(answer: Promise<Response>): Promise<number> {
  const bytes = new Uint8Array(await (await answer).arrayBuffer());
  expect(bytes).toHaveLength(300);
  expect(bytes[1]).toBe(254);
  return bytes[0] ?? 0;
}

it('speech in a bucket of S3 is bought once, by relays that know nothing of each other', async () => {
  const { storage, objects, state } = await bucket();
  const one = relayTo(sounds(), { share: { storage } });
  expect(await firstByte(one.relay(speak(path)))).toBe(1);
  await expect.poll(() => objects.size).toBe(1);
  const two = relayTo(sounds(), { share: { storage } });
  expect(await firstByte(two.relay(speak(path)))).toBe(1);
  expect([one.reached.length, two.reached.length, state.unsigned]).toEqual([1, 0, 0]);
});

it('an object that was stored by half is not spoken, and goes', async () => {
  const { storage, objects, state } = await bucket();
  state.cutAt = 200;
  const { relay, reached } = relayTo(sounds(), { share: { storage } });
  expect(await firstByte(relay(speak(path)))).toBe(1);
  await expect.poll(() => objects.size).toBe(1);
  state.cutAt = Number.POSITIVE_INFINITY;
  const [name] = objects.keys();
  await expect.poll(async () => (await firstByte(relay(speak(path)))) > 1).toBe(true);
  expect(reached.length).toBeGreaterThan(1);
  await expect.poll(() => objects.get(name ?? '')?.length ?? 0).toBeGreaterThan(300);
});

it('a bucket that takes nothing costs nobody an answer', async () => {
  const { storage, objects, state } = await bucket();
  state.isFull = true;
  const { relay } = relayTo(sounds(), { share: { storage } });
  expect(await firstByte(relay(speak(path)))).toBe(1);
  expect((await relay(speak(path))).status).toBe(200);
  expect(objects.size).toBe(0);
});

it('a bucket keeps to its size', async () => {
  const { storage, objects } = await bucket();
  const limited = limitStorage(storage, { maxBytes: 10 });
  for (const name of ['one', 'two', 'three']) await limited.setItemRaw(name, new Uint8Array(4));
  expect([...objects.keys()].sort()).toEqual(['three', 'two']);
});
