import { SESSION_ROUTES } from '@/lib/reference/routes/session';
import { configuredOidc } from '@/lib/server/boot/configured-oidc';
import { handleRedirect } from '@/lib/server/http/handle-redirect';

/** To the identity provider; `return_to` is the page to come back to. */
export const GET = handleRedirect(SESSION_ROUTES.startOidcSignIn.path, ({ query, headers }) =>
  configuredOidc().start(query.get('return_to'), headers.get('cookie') ?? ''),
);
