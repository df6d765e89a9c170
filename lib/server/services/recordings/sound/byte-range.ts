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
  const [from, to] = edgesOf(header);
  if (from === '' && to === '') return undefined;
  if (from === '') return lastBytes(Number(to), size);
  const first = Number(from);
  const last = to === '' ? size - 1 : Number(to);
  if (to !== '' && last < first) return undefined;
  if (first >= size) return 'unsatisfiable';
  return { first, last: Math.min(last, size - 1) };
}

/**
 * Whether a `Range` header asks for the second byte and nothing else, as a player does to find out why no sound comes:
 * that is all of a sound that nobody can hear.
 */
export function isGlance(header: string | null | undefined): boolean {
  const [from, to] = edgesOf(header);
  return Number(from) === 1 && Number(to) === 1;
}

/** No range is longer; this bounds what a long run of spaces costs, too. */
const MAX_LENGTH = 100;

/** The digits on both sides of the dash; empty where there are none. */
function edgesOf(header: string | null | undefined): [from: string, to: string] {
  if (!header || header.length > MAX_LENGTH) return ['', ''];
  const [, from = '', to = ''] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header) ?? [];
  return [from, to];
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
