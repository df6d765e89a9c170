import { SESSION_ROUTES } from '@/lib/reference/routes/session';
import { configuredOidc } from '@/lib/server/boot/configured-oidc';
import { handleRedirect } from '@/lib/server/http/handle-redirect';

/** Back from the identity provider. */
export const GET = handleRedirect(SESSION_ROUTES.finishOidcSignIn.path, ({ headers }, url) =>
  configuredOidc().finish(url, headers.get('cookie') ?? ''),
);
