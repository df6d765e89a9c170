/** Bytes that one UTF-16 unit takes at most in UTF-8. */
const MOST_BYTES = 3;

/** Text that is added to, kept as UTF-8: to join the text of thousands of calls first takes longer than to write it. */
export function byteText(expected: number) {
  let bytes = Buffer.allocUnsafeSlow(expected);
  let length = 0;
  return {
    add(text: string): void {
      const needed = length + text.length * MOST_BYTES;
      if (needed > bytes.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(needed, bytes.length * 2));
        bytes.copy(larger, 0, 0, length);
        bytes = larger;
      }
      length += bytes.write(text, length);
    },
    /** All that was added; its memory is nobody else's. */
    bytes: (): Uint8Array<ArrayBuffer> => new Uint8Array(bytes.buffer, 0, length),
  };
}
