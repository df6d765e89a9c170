import { beginning } from '@/lib/call/values/shorten';
import { isCallscopeError } from '@/lib/server/errors';

/** An error as the log has it: every cause of it, and nothing that somebody asked, said or is called. */
export type LoggedError = {
  name: string;
  code?: string;
  message: string;
  /** Where in the code. */
  at?: string[];
  cause?: LoggedError;
  /** Of several that failed together, the first ones. */
  errors?: LoggedError[];
};

type Hide = (text: string) => string;

const MOST_CAUSES = 8;
const MOST_TOGETHER = 3;
const MOST_FRAMES = 12;
const LONGEST = 300;

/** What may be logged of whatever was thrown; `hide` takes secrets out before a message is cut. */
export function loggedError(error: unknown, hide: Hide, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, message: 'not an error' };
  const { name } = error;
  // A message of ours says what was chosen for the log; where it was thrown is of no interest.
  if (isCallscopeError(error))
    return { name, code: error.code, message: error.logged, ...causes(error, hide, depth) };
  return {
    name: /^\w{1,60}$/.test(name) ? name : 'Error',
    ...codeOf(error),
    message: withoutValues(hide(error.message)),
    at: framesOf(error),
    ...causes(error, hide, depth),
  };
}

function causes(error: Error, hide: Hide, depth: number): Pick<LoggedError, 'cause' | 'errors'> {
  if (depth >= MOST_CAUSES) return {};
  const together = error instanceof AggregateError ? error.errors.slice(0, MOST_TOGETHER) : [];
  return {
    ...(error.cause !== undefined && { cause: loggedError(error.cause, hide, depth + 1) }),
    ...(together.length > 0 && {
      errors: together.map((one) => loggedError(one, hide, depth + 1)),
    }),
  };
}

/** Codes of Node.js and of libraries are words in capitals; anything else may be a value. */
function codeOf(error: Error): { code?: string } {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? { code } : {};
}

/**
 * Engines and libraries quote what they could not take, and quotes can hold quotes: a message ends where the first one
 * begins, or a bracket, or a piece of a statement. What looks like an address or a number of a call is left out.
 */
function withoutValues(message: string): string {
  const [said = ''] = message.split(/\n|LINE \d+:|(?<![\p{L}\p{N}])["'`“‘]|[[{]/u, 1);
  const harmless = `${said}${said === message ? '' : '…'}`
    .replace(/\S*@\S*/g, '…')
    .replace(/\+?\d(?:[\s().-]{0,3}\d){4,}/g, '…');
  return beginning(harmless, LONGEST);
}

/** The lines below the message, which can have lines of its own. */
function framesOf({ stack = '', message }: Error): string[] {
  const below = stack.slice(stack.indexOf(message) + message.length);
  return below
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());
}
