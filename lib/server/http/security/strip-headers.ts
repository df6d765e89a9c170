/**
 * What a client may not tell: the nonce and the policy are made here, and who is asked and on which way is known from
 * Host alone. `x-forwarded-for` and `x-forwarded-proto` stay, their readers know how far to trust them.
 */
const NOT_THE_CLIENTS = [
  'x-nonce',
  'content-security-policy',
  'content-security-policy-report-only',
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-prefix',
  'x-forwarded-server',
];

/** The headers without what a client may not tell, or undefined when there is nothing of it. */
export function stripped(headers: Headers): Headers | undefined {
  const present = NOT_THE_CLIENTS.filter((name) => headers.has(name));
  if (present.length === 0) return undefined;
  const rest = new Headers(headers);
  for (const name of present) rest.delete(name);
  return rest;
}
