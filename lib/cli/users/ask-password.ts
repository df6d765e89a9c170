import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Gives lines one after the other. */
export type Lines = { next(question: string): Promise<string>; close(): void };

/**
 * Lines from the terminal, where what is typed is not shown, or from what is piped in.
 */
export function hiddenLines(
  input: NodeJS.ReadableStream & { isTTY?: boolean },
  output: NodeJS.WritableStream,
): Lines {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: silent, terminal: input.isTTY === true });
  const given = lines[Symbol.asyncIterator]();
  return {
    async next(question) {
      output.write(question);
      const { value, done } = await given.next();
      output.write('\n');
      return done ? '' : value;
    },
    close: () => lines.close(),
  };
}
