// 10 000 hostile requests by outcome. That nothing of them reaches the API unchecked is a test.
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { createRelayHandler } from 'react-readalong/server';
import { runnerImport } from 'vite';
import { relayRow } from './relay-row.mjs';

const COUNT = 10_000;

/** @type {import('./run.mjs').Bench} */
export default async function relayHostile() {
  const path = fileURLToPath(new URL('../test/server/hostile-requests.ts', import.meta.url));
  /** @type {{ module: typeof import('../test/server/hostile-requests.js') }} */
  const { module } = await runnerImport(path);
  let reached = 0;
  const relay = createRelayHandler({
    apiKey: 'the-key-of-the-bench',
    fetch: async () => {
      reached++;
      return Response.json({ voices: [], voice_id: 'a' });
    },
    maxBodyBytes: 256 * 1024,
    allow: { maxCharacters: 1000 },
  });
  /** @type {Map<string, number>} */
  const outcomes = new Map();
  for (const { method, path: where, headers, body } of fc.sample(module.hostileRequests, { numRuns: COUNT, seed: 9 })) {
    const sent = { method, headers: headers.map(([...pair]) => pair), body: /^(GET|HEAD)$/.test(method) ? null : body };
    const answer = await relay(new Request(`https://app.example${where}`, sent));
    const said = `${answer.status} ${await answer.json().then(codeOf, () => '')}`.trim();
    outcomes.set(said, (outcomes.get(said) ?? 0) + 1);
  }
  const failures = [...outcomes].filter(([said]) => said.startsWith('5')).reduce((sum, [, count]) => sum + count, 0);
  return [
    relayRow(`${COUNT} hostile requests: answered with 5xx`, failures, 'answers', 0, 'equal'),
    relayRow(`${COUNT} hostile requests: harmless after all, and passed on as checked`, reached, 'requests', null),
    ...[...outcomes].map(([said, count]) => relayRow(`${COUNT} hostile requests: ${said}`, count, 'answers', null)),
  ];
}

/** @param {unknown} body */
function codeOf(body) {
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : null;
  if (Array.isArray(detail)) return 'parameters refused by name';
  return typeof detail === 'object' && detail !== null && 'status' in detail ? String(detail.status) : '';
}
