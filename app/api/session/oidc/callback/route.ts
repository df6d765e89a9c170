import { configuredOidc } from '@/lib/server/boot/configured-oidc';
import { handleRedirect } from '@/lib/server/http/handle-redirect';

/** Back from the identity provider. */
export const GET = handleRedirect('/api/session/oidc/callback', ({ headers }, url) =>
  configuredOidc().finish(url, headers.get('cookie') ?? ''),
);
