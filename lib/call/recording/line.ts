/** The sound of one session as it lies on the call's line, in seconds since the call began. */
export type Part = {
  /** Names the session; null where a call has only one. */
  session: string | null;
  start: number;
  /** null while nobody has said how long it is. */
  duration: number | null;
};

/** All sounds of a call, one after the other. */
export type Line = {
  parts: readonly Part[];
  /** Seconds from the call's beginning to the end of its last sound; null while that is not known. */
  length: number | null;
};

/** A moment as the sound knows it: which part, and how many seconds into it. */
export type Spot = { part: number; at: number };

/** Puts the sessions of a call on one line; `callSeconds`, the call's own length, stands in for a length nobody knows. */
export function lineOf(sessions: readonly Part[], callSeconds?: number | null): Line {
  const parts = sessions
    .map(({ session, start, duration }) => ({ session, start: Math.max(0, start), duration }))
    .sort((a, b) => a.start - b.start);
  return { parts, length: lengthOf(parts, callSeconds ?? null) };
}

/** The line once the browser has found out how long a part is. */
export function withDuration(line: Line, part: number, duration: number): Line {
  const known = line.parts[part];
  if (!known || !Number.isFinite(duration) || duration <= 0) return line;
  if (known.duration !== null && Math.abs(known.duration - duration) < 0.05) return line;
  // What follows a part of unknown length stands where that begins, as if it were none.
  const shift = isOpaque(line.parts, part) ? duration : 0;
  const parts = line.parts.map((each, place) => {
    if (place === part) return { ...each, duration };
    return place > part ? { ...each, start: each.start + shift } : each;
  });
  return { parts, length: lengthOf(parts, null) ?? line.length };
}

/** Whether nobody knows where the part ends and the next one begins. */
function isOpaque(parts: readonly Part[], place: number): boolean {
  const [part, next] = [parts[place], parts[place + 1]];
  return part?.duration === null && next !== undefined && next.start <= part.start;
}

function lengthOf(parts: readonly Part[], callSeconds: number | null): number | null {
  const ends = parts.map(({ start, duration }, place) => {
    if (duration !== null) return start + duration;
    const next = parts[place + 1]?.start ?? callSeconds ?? 0;
    if (isOpaque(parts, place)) return Number.NaN;
    return next > start ? next : Number.NaN;
  });
  const length = Math.max(...ends);
  return Number.isFinite(length) ? length : null;
}

/**
 * Where a moment of the line is heard. Where sessions overlap, in the part that is being played (`current`), else in
 * the one that began last. Between two parts it is the beginning of the next, after the last its end.
 */
export function spotAt({ parts: all }: Line, second: number, current = -1): Spot {
  const opaque = all.findIndex((_, place) => isOpaque(all, place));
  const parts = opaque < 0 ? all : all.slice(0, opaque + 1);
  if (holds(parts, current, second)) return spotIn(parts, current, second);
  const heard = parts.findLastIndex((_, part) => holds(parts, part, second));
  if (heard >= 0) return spotIn(parts, heard, second);
  const next = parts.findIndex(({ start }) => start > second);
  if (next >= 0) return { part: next, at: 0 };
  const last = parts.length - 1;
  return { part: Math.max(0, last), at: parts[last]?.duration ?? 0 };
}

/**
 * Where going back to a moment leads. What lies between two parts takes no time: what is left of the way goes on from
 * the end of the part before.
 */
export function wayBack(line: Line, second: number): number {
  const { parts } = line;
  const next = parts.find(({ start }) => start > second);
  if (!next || parts.some((_, place) => holds(parts, place, second))) return second;
  const ends = parts
    .filter(({ start }) => start <= second)
    .map(({ start, duration }) => start + (duration ?? 0));
  if (ends.length === 0) return second;
  return wayBack(line, Math.max(...ends) - (next.start - second));
}

/** The moment of the line that a spot is at. */
export function secondAt({ parts }: Line, { part, at }: Spot): number {
  return (parts[part]?.start ?? 0) + at;
}

function holds(parts: readonly Part[], place: number, second: number): boolean {
  const part = parts[place];
  if (!part || second < part.start) return false;
  const end = part.duration === null ? parts[place + 1]?.start : part.start + part.duration;
  return end === undefined || second < end;
}

function spotIn(parts: readonly Part[], part: number, second: number): Spot {
  return { part, at: second - (parts[part]?.start ?? 0) };
}
