import type { Identity } from '@/lib/auth/roles';

/** What a request's headers tell about who sends it. */
export type Visit = {
  /** Undefined: nobody is signed in, or not any more. */
  who: Identity | undefined;
  /** A cookie to send along with the answer, so that a session in use does not end. */
  setCookie?: string;
};

/** Knows people by what their requests carry. */
export type Auth = {
  visit(headers: Headers): Promise<Visit>;
};

/** Nobody signs in: whoever reaches the machine is its owner. */
export const WITHOUT_SIGN_IN: Auth = {
  visit: async () => ({ who: { role: 'manager', account: null } }),
};
