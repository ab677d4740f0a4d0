import { expect, test } from 'vitest';

test('a test that reaches beyond this machine fails and says where it went', async () => {
  const failure = await fetch('http://192.0.2.1/').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(TypeError);
  expect(String(failure instanceof Error && failure.cause)).toContain('192.0.2.1');
});
