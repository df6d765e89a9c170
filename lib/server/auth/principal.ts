import type { Identity } from '@/lib/auth/roles';

/** Who asks a service, which decides by it what is answered; `signal` says that nobody waits any more. */
export type Principal = { who: Identity; signal?: AbortSignal };
