import type { CallRow } from '@/lib/call/call';
import type { Writer } from './writer';

/** The text of a file in pieces, one for each batch of calls, made only when the next piece is asked for. */
export async function* exportText(
  batches: AsyncIterable<Iterable<CallRow>>,
  { head, record }: Writer,
): AsyncGenerator<string> {
  if (head !== '') yield head;
  for await (const batch of batches) {
    let piece = '';
    for (const call of batch) piece += record(call);
    if (piece !== '') yield piece;
  }
}
