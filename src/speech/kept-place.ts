/** Where a place of a text is after an edit: the same character if it is still there, else where the edit begins. UTF-16 offsets. */
export function keptPlace(before: string, after: string, offset: number): number {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (offset < head || head === before.length) return Math.min(offset, after.length);
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return offset >= before.length - tail ? offset + after.length - before.length : head;
}
