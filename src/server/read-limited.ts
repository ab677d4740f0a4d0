/** The bytes of a body as UTF-8 text, or what is wrong with it. No more than `limit` bytes are kept, or asked for beyond the chunk that passes it. */
export async function readLimited(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<{ text: string } | { fault: 'too_large' | 'not_utf8' }> {
  if (!body) return { text: '' };
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    size += value?.byteLength ?? 0;
    if (size > limit) {
      // Not awaited: a source that never settles its cancel must not hold up the refusal.
      reader.cancel().catch(() => {});
      return { fault: 'too_large' };
    }
    try {
      parts.push(decoder.decode(value, { stream: !done }));
    } catch {
      if (!done) reader.cancel().catch(() => {});
      return { fault: 'not_utf8' };
    }
    if (done) return { text: parts.join('') };
  }
}
