import { configuredOidc } from '@/lib/server/boot/configured-oidc';
import { handleRedirect } from '@/lib/server/http/handle-redirect';

/** To the identity provider; `return_to` is the page to come back to. */
export const GET = handleRedirect('/api/session/oidc', ({ query, headers }) =>
  configuredOidc().start(query.get('return_to'), headers.get('cookie') ?? ''),
);
