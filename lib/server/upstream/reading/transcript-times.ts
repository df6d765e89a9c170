/**
 * Times of a transcript, as the upstream writes them, as seconds since the call began. HappyRobot documents unix times
 * and does not say in which unit; other spellings were met. They are told apart by their size.
 */

/** Longer than any call; what is farther from its beginning says nothing. */
const LONGEST_SECONDS = 24 * 60 * 60;
/** A recording may begin a moment before the call does. */
const EARLY_SECONDS = 60;
/** September 2001 to the end of the century. */
const UNIX = { from: 1e9, to: 4.2e9 };
/** Half of the times of a transcript lie beyond this only when they are milliseconds. */
const LONG_MIDDLE_SECONDS = 2 * 60 * 60;
/** And so does any of them beyond this, unless half of all would have been said in the twinkling of an eye. */
const LONG_CALL_SECONDS = 4 * 60 * 60;
const TWINKLING_MS = 300;

type Moment = { unix: number } | { offset: number };
/** Start and end as they were sent. */
export type SentTimes = { start: unknown; end: unknown };
export type Times = { start: number | null; end: number | null };

/** The unix seconds that a value means, and null when it means no moment of our time. */
export function unixSeconds(sent: unknown): number | null {
  const moment = momentOf(sent);
  return moment && 'unix' in moment ? moment.unix : null;
}

/** The times of each message. A time that is absurd is none, and times that are all zero are none. */
export function timesOf(startTime: unknown, messages: readonly SentTimes[]): Times[] {
  const moments = messages.map(({ start, end }) => ({
    start: momentOf(start),
    end: momentOf(end),
  }));
  const all = moments.flatMap(({ start, end }) => [start, end]);
  const unix = all.flatMap((moment) => (moment && 'unix' in moment ? [moment.unix] : []));
  const offsets = all.flatMap((moment) => (moment && 'offset' in moment ? [moment.offset] : []));
  const begin = beginning(unixSeconds(startTime), unix);
  const scale = isMilliseconds(offsets) ? 1000 : 1;
  // Beside unix times a zero is a time that nobody noted.
  const meansNothing = unix.length > 0 || offsets.every((offset) => offset === 0);
  let began = false;
  return moments.map((moment) => {
    const start = elapsed(moment.start, begin, scale, meansNothing);
    const end = elapsed(moment.end, begin, scale, meansNothing);
    const forgotten = began && start === 0 && !end;
    began ||= (start ?? 0) > 0;
    if (forgotten) return { start: null, end: null };
    return { start, end: end !== null && start !== null && end < start ? null : end };
  });
}

function elapsed(
  moment: Moment | null,
  begin: number,
  scale: number,
  zeroMeansNothing: boolean,
): number | null {
  if (moment === null) return null;
  if ('offset' in moment) {
    const seconds = moment.offset / scale;
    if (seconds === 0 && zeroMeansNothing) return null;
    return seconds <= LONGEST_SECONDS ? toMillisecond(seconds) : null;
  }
  const seconds = toMillisecond(moment.unix - begin);
  return isNear(seconds) ? Math.max(0, seconds) : null;
}

/** When the call began: as it was said, unless no message fits to that; then with its first message. */
function beginning(said: number | null, unix: readonly number[]): number {
  const first = unix.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  return said !== null && (unix.length === 0 || isNear(first - said)) ? said : first;
}

function isNear(seconds: number): boolean {
  return seconds >= -EARLY_SECONDS && seconds <= LONGEST_SECONDS;
}

function isMilliseconds(offsets: readonly number[]): boolean {
  const sorted = offsets.filter((offset) => offset > 0).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const last = sorted.at(-1) ?? 0;
  return middle > LONG_MIDDLE_SECONDS || (last > LONG_CALL_SECONDS && middle > TWINKLING_MS);
}

function momentOf(sent: unknown): Moment | null {
  const value = typeof sent === 'string' ? numberIn(sent) : sent;
  if (typeof value === 'number') return momentOfNumber(value);
  if (typeof sent !== 'string') return null;
  const parsed = Date.parse(isWithoutZone(sent) ? `${sent.trim()}Z` : sent);
  return Number.isNaN(parsed) ? null : momentOfNumber(parsed);
}

/** Seconds, or thousandths, millionths or billionths of them since 1970; below that, since the call began. */
function momentOfNumber(value: number): Moment | null {
  if (!Number.isFinite(value) || value < 0) return null;
  if (value < UNIX.from) return { offset: value };
  for (const unit of [1, 1e3, 1e6, 1e9]) {
    if (value >= UNIX.from * unit && value <= UNIX.to * unit) return { unix: value / unit };
  }
  return null;
}

function numberIn(text: string): number | undefined {
  return /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}

/** ISO 8601 without its zone is UTC, not the time of wherever this server stands. */
function isWithoutZone(text: string): boolean {
  return /^\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*$/.test(text);
}

function toMillisecond(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** Whether a value is a time at all, be it an absurd one, or says that there is none. */
export function isTime(sent: unknown): boolean {
  return sent === null || sent === undefined || typeof sent === 'number' || momentOf(sent) !== null;
}
