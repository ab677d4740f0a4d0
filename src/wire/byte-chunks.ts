/** The chunks of a byte stream as they come. Leaving the loop early cancels the stream. */
export async function* byteChunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body.getReader();
  let done = false;
  try {
    while (!done) {
      const step = await reader.read();
      done = step.done;
      if (step.value?.length) yield step.value;
    }
  } catch (cause) {
    done = true;
    throw cause;
  } finally {
    if (!done) await reader.cancel().catch(() => {});
    reader.releaseLock();
  }
}
