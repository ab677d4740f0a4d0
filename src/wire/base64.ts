interface NativeBase64 {
  fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
}
interface NativeToBase64 {
  toBase64?: () => string;
}

/** The bytes that a base64 text stands for. Throws a SyntaxError or DOMException where it is not base64. */
export function bytesFromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as NativeBase64).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Base64 of some bytes, with padding. */
export function base64FromBytes(bytes: Uint8Array): string {
  const native = bytes as NativeToBase64;
  if (native.toBase64) return native.toBase64();
  // String.fromCharCode takes its bytes as arguments, of which engines allow about 65 000.
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}
