/**
 * The Content-Security-Policy of a page. Scripts run when they carry the nonce or were loaded by one that does;
 * `data:` is for the pictures that charts are saved as. Trusted Types leave the browser's script sinks to
 * the default policy of `lib/browser/default-policy.ts` alone.
 */
export function pagePolicy(nonce: string): string {
  return join({
    ...COMMON,
    'script-src': `'nonce-${nonce}' 'strict-dynamic'`,
    'style-src': "'self'",
    'style-src-attr': "'none'",
    'connect-src': "'self'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default',
  });
}

/**
 * The same for `next dev`, which evaluates code, writes styles into the page, talks over a socket and shows its
 * errors in a window of its own.
 */
export function developmentPolicy(nonce: string): string {
  return join({
    ...COMMON,
    'script-src': `'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'`,
    'style-src': "'self' 'unsafe-inline'",
    'connect-src': "'self' ws: wss:",
  });
}

const COMMON = {
  'default-src': "'none'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'media-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
};

function join(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

/** The nonce of the policy that `proxy.ts` gave to a request. */
export function nonceOf(headers: Headers): string | undefined {
  return /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
}
