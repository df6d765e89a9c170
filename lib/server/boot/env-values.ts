import * as z from 'zod';
import { isLoopback } from '@/lib/server/loopback';

/** Text that passes a test; what is wrong with any other is told with an example. */
export function checked(test: (text: string) => boolean, problem: string, example: string) {
  return z.string().refine(test, { error: hint(problem, example) });
}

/** The message of an issue, started with the name of its variable. */
export function hint(problem: string, example: string) {
  return (issue: { path?: PropertyKey[] | undefined }) => {
    const name = String(issue.path?.[0] ?? '');
    return `${problem}, for example ${name}=${example}`;
  };
}

/** A line for each variable that is wrong: its name and the first problem. */
export function describe(error: z.ZodError): string {
  const lines = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const name = String(path[0]);
    if (!lines.has(name)) lines.set(name, `${name} ${message}`);
  }
  return [...lines.values()].join('\n');
}

/** The address of the calls API, without slashes at its end; what is another API of the vendor's is told. */
export function upstreamUrl(standard: string) {
  return checked(
    isUpstreamUrl,
    'must be an https address (http on this machine only) without credentials, query or fragment',
    standard,
  )
    .refine((url) => !isPlatformV2(url), {
      error: hint(
        'is that of the platform API v2, which Callscope does not support yet: it reads the calls API',
        standard,
      ),
    })
    .refine((url) => !isPlatform(url), {
      error: hint(
        'is that of the platform, which has no calls under /api/v1: the calls API has another address',
        standard,
      ),
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .default(standard);
}

function isUpstreamUrl(text: string): boolean {
  if (!URL.canParse(text) || /[\s?#]/.test(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** Whether an address is that of the newer product's API: another one, on whatever host. */
function isPlatformV2(url: string): boolean {
  return URL.canParse(url) && /\/api\/v2\/*$/.test(new URL(url).pathname);
}

/** Whether an address is on a host of the newer product, worldwide or in a region. */
function isPlatform(url: string): boolean {
  return (
    URL.canParse(url) && /^platform\.([a-z0-9-]+\.)?happyrobot\.ai$/.test(new URL(url).hostname)
  );
}

/** A time between two doings, in milliseconds. */
export function seconds(standard: number) {
  const problem = 'must be a number of seconds from 1 to 604800';
  return checked(isNumberBetween(1, 604_800), problem, String(standard))
    .transform((text) => Number(text) * 1000)
    .default(standard * 1000);
}

export function isDatabaseUrl(text: string): boolean {
  if (!URL.canParse(text) || /\s/.test(text)) return false;
  const { protocol, pathname } = new URL(text);
  return /^postgres(ql)?:$/.test(protocol) && pathname.length > 1;
}

export function isHour(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) <= 23;
}

export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && isNumberBetween(1, 65_535)(text);
}

export function isNumberBetween(least: number, most: number) {
  return (text: string) =>
    /^\d+(\.\d+)?$/.test(text) && Number(text) >= least && Number(text) <= most;
}

const AMOUNT = /^(\d{1,6}) ?(MB|GB)$/i;
const LEAST_MEMORY = 128;

/** Memory in megabytes; nothing stands for what suits the machine. */
export function memory(example: string) {
  const megabytes = (text: string) => {
    const [, amount, unit] = AMOUNT.exec(text) ?? [];
    return Number(amount ?? 0) * (unit?.toUpperCase() === 'GB' ? 1000 : 1);
  };
  return checked(
    (text) => megabytes(text) >= LEAST_MEMORY,
    `must be a whole number of MB or GB, at least ${LEAST_MEMORY}MB`,
    example,
  )
    .transform(megabytes)
    .optional();
}
