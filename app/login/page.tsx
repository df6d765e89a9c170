import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LoginPage } from '@/components/login/login-page';
import { safeReturnPath } from '@/lib/auth/return-path';
import { readDemo, readSignIn } from '@/lib/server/http/page';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Page({ searchParams }: PageProps<'/login'>) {
  const { return_to, problem } = await searchParams;
  const returnTo = safeReturnPath(one(return_to));
  const { who, ...ways } = await readSignIn();
  if (who) redirect(returnTo);
  return (
    <LoginPage demo={await readDemo()} ways={ways} returnTo={returnTo} problem={one(problem)} />
  );
}

function one(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}
