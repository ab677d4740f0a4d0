/** A text that is still being written, and how it goes on. */
export function writing() {
  let push: (piece: string) => void = () => {};
  let end: () => void = () => {};
  const stream = new ReadableStream<string>({
    start(controller) {
      push = (piece) => controller.enqueue(piece);
      end = () => controller.close();
    },
  });
  return { stream, push, end };
}
