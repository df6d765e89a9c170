import type { Instrumentation } from 'next';

/** Runs once when a server starts, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  const { startUp } = await import('./lib/server/boot/startup');
  startUp({ production: process.env.NODE_ENV === 'production' });
}

export const onRequestError: Instrumentation.onRequestError = async (...failure) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logRequestError } = await import('./lib/server/boot/startup');
  await logRequestError(...failure);
};
