import type { BrowserContext } from '@playwright/test';

/** What went wrong in the browser while a test ran. */
export type Trouble = {
  /** Declares trouble that the test is about; it has to happen, and may happen often. */
  expect: (...patterns: RegExp[]) => void;
  /** Trouble that may come or not, by who is faster; none of what the test is about. */
  allow: (...patterns: RegExp[]) => void;
  /** What nobody declared, and what was declared and never happened. */
  rest: () => string[];
};

/**
 * Notes every error and warning of the console, every violation of the Content-Security-Policy, every uncaught error, every dialog, every request that failed (those
 * the page itself gave up do not count) and every request to another host, in all pages of a context.
 */
export function watchTrouble(context: BrowserContext, origin: string): Trouble {
  const seen: string[] = [];
  const expected: RegExp[] = [];
  const allowed: RegExp[] = [];
  context.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warning')
      seen.push(`console ${type}: ${message.text()} (${message.location().url})`);
  });
  // The console tells of most violations, but not of those that were caught or that a worker met.
  void context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      // biome-ignore lint/suspicious/noConsole: the way out of the page
      console.error(`policy violation: ${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  context.on('weberror', (error) => seen.push(`uncaught: ${error.error()}`));
  context.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') seen.push(`failed request: ${request.url()} (${reason})`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin)
      seen.push(`foreign request: ${url}`);
  });
  return {
    expect: (...patterns) => void expected.push(...patterns),
    allow: (...patterns) => void allowed.push(...patterns),
    rest: () => [
      ...seen.filter((line) => ![...expected, ...allowed].some((pattern) => pattern.test(line))),
      ...expected
        .filter((pattern) => !seen.some((line) => pattern.test(line)))
        .map((pattern) => `declared and never happened: ${pattern}`),
    ],
  };
}

/** The browser's word on the console for an answer of our API with this status. */
export function failedAnswer(status: number, path = '/api/calls'): RegExp {
  return new RegExp(`console error: .*status of ${status}\\b.*${path}`);
}
