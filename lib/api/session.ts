import type { Identity } from '@/lib/auth/roles';
import { askJson } from './get-json';

type SessionResponse = { who: Identity | null };

/** Signs in with a password; rejects with a `Problem`, after too many attempts with the wait in `retry_after`. */
export function signIn(email: string, password: string): Promise<SessionResponse> {
  return askJson('/api/session', ({ sessionResponseSchema }) => sessionResponseSchema, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
}

export function signOut(): Promise<SessionResponse> {
  return askJson('/api/session', ({ sessionResponseSchema }) => sessionResponseSchema, {
    method: 'DELETE',
    headers: { accept: 'application/json' },
  });
}
