import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64FromBytes, bytesFromBase64 } from '../../src/wire/base64.js';

describe('base64', () => {
  test('comes back as the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(bytesFromBase64(base64FromBytes(bytes))).toEqual(bytes);
      }),
    );
  });

  test('is what others make of the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(base64FromBytes(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });

  test('takes more bytes than a call has room for arguments', () => {
    const bytes = Uint8Array.from({ length: 300_001 }, (_, i) => (i * 7) % 256);
    expect(Buffer.from(bytesFromBase64(base64FromBytes(bytes))).equals(Buffer.from(bytes))).toBe(true);
  });

  test.each(['!', 'a', 'YQ=', 'Y*Q='])('"%s" is refused', (text) => {
    expect(() => bytesFromBase64(text)).toThrow();
  });
});
