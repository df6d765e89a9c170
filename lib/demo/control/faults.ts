import * as z from 'zod';

const times = z.int().positive().optional();
const match = z
  .strictObject({
    method: z.string().optional(),
    /** A part of the path. */
    path: z.string().optional(),
    /** A part of the query string, decoded. */
    query: z.string().optional(),
  })
  .optional();

/** Does what the request asks for before it goes wrong: a write whose answer is lost. */
const written = z.boolean().optional();

const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), match, times, written, ...shape });

/** What can go wrong on demand. `match` narrows it to some requests, `times` to the first so many of them. */
export const faultSchema = z.discriminatedUnion('kind', [
  /** This status; `body` is sent as it is, anything but text as JSON. */
  kind('status', {
    status: z.int().min(200).max(599),
    body: z.json().optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
  /** The right answer, after so many milliseconds. */
  kind('delay', { ms: z.int().min(0).max(600_000) }),
  /** Never answers. */
  kind('hang', {}),
  /** Breaks the connection, after so many bytes of the body when given. */
  kind('reset', { afterBytes: z.int().min(0).optional() }),
  /** The right answer cut in the middle: ended properly, or short of its content-length. */
  kind('truncated', { contentLength: z.enum(['right', 'too long']).default('right') }),
  /** 200 with a page for people. */
  kind('html', {}),
  kind('invalid_json', {}),
  /** The list with another `offset` than was served; one beside the right one unless given. */
  kind('wrong_echo', { offset: z.int().optional() }),
  kind('redirect', { location: z.string().default('https://evil.example/') }),
  /** The list with no calls and count 0. */
  kind('empty', {}),
  /** Plain JSON of so many bytes (default: until the client leaves). */
  kind('huge', { bytes: z.int().positive().optional() }),
  /** A small gzip body that unpacks to so many bytes. */
  kind('gzip_bomb', {
    bytes: z
      .int()
      .positive()
      .default(256 * 1024 * 1024),
  }),
  /** The right answer in an encoding that was perhaps not asked for. */
  kind('encoded', { as: z.enum(['br', 'gzip', 'deflate', 'raw deflate']) }),
  /** The answer as if these parameters had not been sent. */
  kind('ignores', { parameters: z.array(z.string()).min(1) }),
  /** The list in the other order than was asked for. */
  kind('wrong_order', {}),
  /** The list whose first and last record have changed places. */
  kind('misordered', {}),
  /** A `limit` above this: refused with 400, or lowered as the echo says. */
  kind('small_pages', {
    most: z.int().positive(),
    how: z.enum(['refused', 'lowered']).default('refused'),
  }),
  /** The right answer with some of its own fields replaced and others left out. */
  kind('reshaped', {
    set: z.record(z.string(), z.json()).default({}),
    without: z.array(z.string()).default([]),
  }),
  /** The list with NaN for its count, which is no JSON. */
  kind('nan_count', {}),
  /** The calls of the list and nothing around them. */
  kind('bare_list', {}),
  /** The right answer as a field of another object. */
  kind('wrapped', { name: z.string() }),
  /** The list with one record replaced by one that is no call. */
  kind('bad_record', { index: z.int().min(0).default(0), record: z.json().optional() }),
  /** The list with every record replaced by one that is no call. */
  kind('bad_records', {}),
  /** The list in which the second record is the first one once more. */
  kind('duplicate', {}),
  /** The list made so many bytes larger, spread over its records in a field nobody knows. */
  kind('padded', { bytes: z.int().positive() }),
  /** The list whose records were all created so many milliseconds later, and a server clock that is as wrong. */
  kind('skewed', { ms: z.int() }),
  /** Where a recording lies, told in another form, or for a sound that is unusual in some way. */
  kind('sound', {
    form: z.enum(['json', 'text', 'redirect', 'sound', 'sessions']).default('json'),
    /** The address in place of the right one. */
    address: z.string().optional(),
    seconds: z.number().positive().optional(),
    /** The media type of the sound; nothing for none. */
    type: z.string().optional(),
    /** Ranges are ignored, all of it is sent. */
    whole: z.boolean().optional(),
    /** Nothing says how long it is. */
    unsized: z.boolean().optional(),
  }),
  /** The right answer, so many bytes every so many milliseconds. */
  kind('slow_drip', {
    bytes: z.int().positive().default(64),
    ms: z.int().positive().default(100),
  }),
]);

export type Fault = z.output<typeof faultSchema>;
/** A fault as it is asked for: what has a default can be left out. */
export type FaultRequest = z.input<typeof faultSchema>;

/** The faults in force; each counts down as it strikes. */
export type FaultList = {
  replace(faults: readonly Fault[]): void;
  /** The fault that strikes this request, if any: the first that matches and is not used up. */
  take(request: { method: string; url: URL }): Fault | undefined;
};

export function createFaultList(): FaultList {
  let faults: { fault: Fault; left: number }[] = [];
  return {
    replace(next) {
      faults = next.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
    },
    take(request) {
      const entry = faults.find(({ fault, left }) => left > 0 && strikes(fault, request));
      if (entry) entry.left -= 1;
      return entry?.fault;
    },
  };
}

function strikes({ match }: Fault, { method, url }: { method: string; url: URL }): boolean {
  const { method: wanted = method, path = '', query = '' } = match ?? {};
  const asked = [...url.searchParams].map(([name, value]) => `${name}=${value}`).join('&');
  return wanted.toUpperCase() === method && url.pathname.includes(path) && asked.includes(query);
}
