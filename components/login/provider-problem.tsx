import { CircleAlert } from 'lucide-react';
import type { SignInCode } from '@/lib/call/answers/problem';

/** What an identity provider's answer came to, by the code that led back here. */
const TOLD: Record<SignInCode, string> = {
  too_many_attempts: 'Wait a moment, then try again.',
  sign_in_failed: 'The identity provider did not sign you in. Try again.',
  role_missing:
    'You are known, but have no role in Callscope. Ask whoever runs it to give your group one.',
  email_unverified:
    'Your identity provider has not verified your e-mail address. Verify it there, then try again.',
  domain_not_allowed: 'Only addresses of this company can sign in. Use that account.',
  provider_unreachable: 'The identity provider cannot be reached. Try again in a moment.',
};

/** Tells why somebody who came from the identity provider is back here; nothing for codes that nobody knows. */
export function ProviderProblem({ code }: { code: string | undefined }) {
  const told = Object.entries(TOLD).find(([known]) => known === code);
  return told ? <LoginAlert>{told[1]}</LoginAlert> : null;
}

export function LoginAlert({ children }: { children: string }) {
  return (
    <div role="alert" className="flex gap-2 rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </div>
  );
}
