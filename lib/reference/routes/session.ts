import { credentialsSchema, sessionResponseSchema } from '@/lib/auth/session-responses';
import { text } from '@/lib/call/values/codec';
import type { ApiRoutes } from '../route';

const SESSION = { path: '/api/session', access: 'open', answer: sessionResponseSchema } as const;

export const SESSION_ROUTES = {
  getSession: {
    method: 'GET',
    ...SESSION,
    summary: 'Who is signed in',
    about: '“who” is null while nobody is.',
    problems: ['data_unavailable'],
  },
  signIn: {
    method: 'POST',
    ...SESSION,
    summary: 'Sign in with a password',
    about: 'Sets the session cookie. Only where people sign in with a password.',
    body: credentialsSchema,
    problems: ['sign_in_failed', 'too_many_attempts', 'not_found', 'data_unavailable'],
  },
  signOut: {
    method: 'DELETE',
    ...SESSION,
    summary: 'Sign out',
    problems: [],
  },
  startOidcSignIn: {
    method: 'GET',
    path: '/api/session/oidc',
    summary: 'Sign in with the identity provider',
    about: 'For browsers. Only where people sign in with OpenID Connect.',
    access: 'open',
    query: { return_to: text(() => undefined) },
    answer: { redirect: 'To the identity provider.' },
    problems: ['not_found'],
  },
  finishOidcSignIn: {
    method: 'GET',
    path: '/api/session/oidc/callback',
    summary: 'Come back from the identity provider',
    about: 'Its parameters are those of the provider, as OpenID Connect lays down.',
    access: 'open',
    answer: {
      redirect: 'To the page that was asked for, or to the sign-in page with what went wrong.',
    },
    problems: ['not_found'],
  },
} as const satisfies ApiRoutes;
