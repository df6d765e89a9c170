import { configuredOidc } from '@/lib/server/auth/oidc/configured';
import { handleRedirect } from '@/lib/server/handle-redirect';

/** Back from the identity provider. */
export const GET = handleRedirect('/api/session/oidc/callback', ({ headers }, url) =>
  configuredOidc().finish(url, headers.get('cookie') ?? ''),
);
