/** Bytes from `first` to `last`, both included. */
export type ByteRange = { first: number; last: number };

/**
 * The part of a sound of `size` bytes that a `Range` header asks for (RFC 9110): undefined for all of it, where there is
 * none, one that cannot be understood, or several at once, which a server may ignore.
 */
export function rangeOf(
  header: string | null | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const asked = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '');
  const [, from = '', to = ''] = asked ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return lastBytes(Number(to), size);
  const first = Number(from);
  const last = to === '' ? size - 1 : Number(to);
  if (to !== '' && last < first) return undefined;
  if (first >= size) return 'unsatisfiable';
  return { first, last: Math.min(last, size - 1) };
}

function lastBytes(count: number, size: number): ByteRange | 'unsatisfiable' {
  if (count === 0 || size === 0) return 'unsatisfiable';
  return { first: Math.max(0, size - count), last: size - 1 };
}

/** What a `Content-Range` header says; undefined for one that says nothing. `size` is null where nobody knows it. */
export function contentRangeOf(header: unknown): (ByteRange & { size: number | null }) | undefined {
  const told = /^\s*bytes\s+(\d+)-(\d+)\/(\d+|\*)\s*$/i.exec(
    typeof header === 'string' ? header : '',
  );
  if (!told) return undefined;
  const [, first, last, size] = told;
  return { first: Number(first), last: Number(last), size: size === '*' ? null : Number(size) };
}
