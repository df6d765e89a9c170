import { pieceWriter, type TextMaker, type TextOptions } from './text';

/** Makes text in this thread: only what is built has threads of its own. */
export function textHere(options: TextOptions): TextMaker {
  const textOf = pieceWriter(options);
  return { atOnce: 1, textOf: async (piece) => textOf(piece), close: async () => undefined };
}
