import { callsOf, measuresOf, type PackedCalls } from '@/lib/server/index/documents/packed-calls';
import { callMasks } from '@/lib/server/services/redaction/calls';
import { type FileOptions, fileKind } from './file';
import { byteText } from './formats/byte-text';

/** A file, and whether phone numbers are masked in it. */
export type TextOptions = FileOptions & { masked: boolean };

/** Makes text of calls as they lie in the index, where nobody waits for it. */
export type TextMaker = {
  /** So many pieces are taken at once. */
  atOnce: number;
  /** The lines of a piece in UTF-8. Its bytes are given away. */
  textOf(piece: PackedCalls): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** Writes pieces as lines of a file, in UTF-8. */
export function pieceWriter({
  masked,
  ...options
}: TextOptions): (piece: PackedCalls) => Uint8Array<ArrayBuffer> {
  const { record } = fileKind(options).writer;
  const masks = callMasks();
  let expected = FIRST_EXPECTED;
  return (piece) => {
    const text = byteText(expected);
    const measures = measuresOf(piece);
    let at = 0;
    for (const call of callsOf(piece)) {
      const shown = masked ? masks.call(call) : call;
      const measured = measures[at++];
      const told = masked && measured ? masks.measures(measured) : measured;
      text.add(record(told ? { ...shown, measures: told } : shown));
    }
    const bytes = text.bytes();
    expected = Math.ceil(bytes.length * ROOM);
    return bytes;
  };
}

/** Bytes of the first piece; those after it will be about as long as the one before. */
const FIRST_EXPECTED = 1_000_000;
const ROOM = 1.1;

/**
 * A file in pieces, in their order. As many as are taken at once are on their way, and none more: whoever does not
 * take them gets no more made. The maker is opened with the first piece that is taken, and closed with the last.
 */
export async function* fileText(
  head: string,
  pieces: AsyncIterable<PackedCalls>,
  open: () => TextMaker,
): AsyncGenerator<Uint8Array> {
  const maker = open();
  const underWay: Promise<Uint8Array>[] = [];
  try {
    if (head !== '') yield new TextEncoder().encode(head);
    for await (const piece of pieces) {
      const text = maker.textOf(piece);
      // Its failure is told when its turn comes.
      text.catch(() => undefined);
      underWay.push(text);
      const first = underWay.length > maker.atOnce ? underWay.shift() : undefined;
      if (first) yield await first;
    }
    for (const text of underWay) yield await text;
  } finally {
    await maker.close();
  }
}
