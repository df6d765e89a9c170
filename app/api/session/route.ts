import { SESSION_ROUTES } from '@/lib/reference/routes/session';
import { container } from '@/lib/server/boot/container';
import { CallscopeError } from '@/lib/server/errors';
import { clientAddress } from '@/lib/server/http/client-address';
import { handleOpen } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

/** Who is signed in. */
export const GET = handleOpen(SESSION_ROUTES.getSession, async ({ query, headers }) => {
  refuseParameters(query);
  const { who = null } = await container().auth.visit(headers);
  return { who };
});

/** Signs in with a password. */
export const POST = handleOpen(
  SESSION_ROUTES.signIn,
  async ({ query, headers, outgoing, body }) => {
    refuseParameters(query);
    const { passwords } = container();
    if (!passwords) {
      throw new CallscopeError('not_found', 'Nobody signs in with a password here.');
    }
    const credentials = await body(SESSION_ROUTES.signIn.body);
    const { setCookie, ...who } = await passwords.signIn(
      credentials,
      clientAddress(headers),
      headers,
    );
    outgoing.append('set-cookie', setCookie);
    return { who };
  },
);

/**
 * Signs out. What the browser keeps for Callscope is cleared, but not its storage: notes that could not be sent yet
 * lie there, and they are nobody's to throw away.
 */
export const DELETE = handleOpen(SESSION_ROUTES.signOut, async ({ query, headers, outgoing }) => {
  refuseParameters(query);
  const { sessions } = container();
  if (sessions) {
    outgoing.append('set-cookie', await sessions.close(headers));
    outgoing.set('clear-site-data', '"cache"');
  }
  return { who: null };
});
