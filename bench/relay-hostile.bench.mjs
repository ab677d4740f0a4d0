// 10 000 hostile requests by outcome: what reached the API, and what was answered.
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { createRelayHandler } from 'react-readalong/server';
import { runnerImport } from 'vite';
import { relayRow } from './relay-row.mjs';

const COUNT = 10_000;
const PATH =
  /^\/(?:v2\/voices|v1\/voices\/[\w-]{1,128}|v1\/text-to-speech\/[\w-]{1,128}(?:\/stream)?(?:\/with-timestamps)?)$/;
const HEADERS = ['accept', 'accept-encoding', 'content-type', 'xi-api-key'];
const BODY = ['text', 'seed', 'model_id', 'voice_settings'];
const STACK_OR_PATH = /\bat \S+ \(|:\d+:\d+\b|node:internal|node_modules|\/(?:src|dist|home|root|usr|etc|tmp)\//;

/** @type {import('./run.mjs').Bench} */
export default async function relayHostile() {
  const path = fileURLToPath(new URL('../test/server/hostile-requests.ts', import.meta.url));
  /** @type {{ module: typeof import('../test/server/hostile-requests.js') }} */
  const { module } = await runnerImport(path);
  const { module: api } = await runnerImport(path.replace('hostile-requests', 'fake-api'));
  /** @type {{ KEY: string }} */
  const { KEY } = api;
  let reached = 0;
  let unchecked = 0;
  const relay = createRelayHandler({
    apiKey: KEY,
    fetch: async (request) => {
      reached++;
      if (!isChecked(request, await request.text(), KEY)) unchecked++;
      return Response.json({ voices: [], voice_id: 'a' });
    },
    maxBodyBytes: 256 * 1024,
    allow: { maxCharacters: 1000 },
  });
  /** @type {Map<string, number>} */
  const outcomes = new Map();
  let telling = 0;
  for (const { method, path: where, headers, body } of fc.sample(module.hostileRequests, { numRuns: COUNT, seed: 9 })) {
    const sent = { method, headers: headers.map(([...pair]) => pair), body: /^(GET|HEAD)$/.test(method) ? null : body };
    const answer = await relay(new Request(`https://app.example${where}`, sent));
    const text = await answer.text();
    const seen = JSON.stringify([...answer.headers]) + text;
    if (seen.includes(KEY) || STACK_OR_PATH.test(seen)) telling++;
    const said = `${answer.status} ${codeOf(text)}`.trim();
    outcomes.set(said, (outcomes.get(said) ?? 0) + 1);
  }
  const failures = [...outcomes].filter(([said]) => said.startsWith('5')).reduce((sum, [, count]) => sum + count, 0);
  return [
    relayRow(`${COUNT} hostile requests: reached the API unchecked`, unchecked, 'requests', 0, 'equal'),
    relayRow(`${COUNT} hostile requests: answered with the key, a stack or a path`, telling, 'answers', 0, 'equal'),
    relayRow(`${COUNT} hostile requests: answered with 5xx`, failures, 'answers', 0, 'equal'),
    relayRow(`${COUNT} hostile requests: harmless after all, and passed on as checked`, reached, 'requests', null),
    ...[...outcomes].map(([said, count]) => relayRow(`${COUNT} hostile requests: ${said}`, count, 'answers', null)),
  ];
}

/** Whether a request to the API holds nothing but what the relay itself writes. @param {Request} request @param {string} body @param {string} key */
function isChecked({ url, method, headers, redirect }, body, key) {
  const { origin, pathname, searchParams } = new URL(url);
  const names = [...searchParams.keys()].filter((name) => name !== 'voice_ids');
  const isSpeech = pathname.includes('text-to-speech');
  const sent = isSpeech ? JSON.parse(body) : {};
  return (
    origin === 'https://api.elevenlabs.io' &&
    PATH.test(pathname) &&
    method === (isSpeech ? 'POST' : 'GET') &&
    redirect === 'manual' &&
    new Set(names).size === names.length &&
    [...headers.keys()].every((name) => HEADERS.includes(name)) &&
    headers.get('xi-api-key') === key &&
    Object.keys(sent).every((name) => BODY.includes(name)) &&
    (isSpeech ? typeof sent.text === 'string' : body === '')
  );
}

/** @param {string} text */
function codeOf(text) {
  /** @type {{ detail?: unknown }} */
  let body = {};
  try {
    body = JSON.parse(text) ?? {};
  } catch {
    return '';
  }
  const { detail } = body;
  if (Array.isArray(detail)) return 'parameters refused by name';
  return typeof detail === 'object' && detail !== null && 'status' in detail ? String(detail.status) : '';
}
