import * as z from 'zod';
import { isLoopback } from './loopback';

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

export function isUpstreamUrl(text: string): boolean {
  if (!URL.canParse(text) || /[\s?#]/.test(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** A time between two doings, in milliseconds. */
export function seconds(standard: number) {
  const problem = 'must be a number of seconds from 1 to 604800';
  return checked(isNumberBetween(1, 604_800), problem, String(standard))
    .transform((text) => Number(text) * 1000)
    .default(standard * 1000);
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
