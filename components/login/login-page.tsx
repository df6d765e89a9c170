import { KeyRound } from 'lucide-react';
import { DemoBanner } from '@/components/shell/demo-banner';
import { Mark } from '@/components/shell/mark';
import { LoginForm } from './login-form';
import { ProviderProblem } from './provider-problem';
import { Waveform } from './waveform';

/** How people can sign in here. */
export type SignInWays = {
  password: boolean;
  /** The host of the identity provider; null without one. */
  provider: string | null;
};

type LoginPageProps = {
  /** The data is made up by the bundled demo upstream. */
  demo: boolean;
  ways: SignInWays;
  returnTo: string;
  problem: string | undefined;
};

/** The door: signs in and leads on to where somebody wanted to go. */
export function LoginPage({ demo, ways, returnTo, problem }: LoginPageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      {demo && <DemoBanner />}
      <div className="grid flex-1 lg:grid-cols-2">
        <main className="flex flex-col justify-center px-6 py-10 sm:px-12">
          <div className="mx-auto flex w-full max-w-88 flex-col gap-6">
            <div className="flex flex-col gap-3">
              <span className="flex items-center gap-2 text-accent">
                <Mark />
                <span className="text-lg font-semibold tracking-tight text-text">Callscope</span>
              </span>
              <h1 className="text-2xl font-semibold tracking-tight">Sign in</h1>
            </div>
            <ProviderProblem code={problem} />
            {ways.provider !== null && (
              <a
                href={`/api/session/oidc?return_to=${encodeURIComponent(returnTo)}`}
                className="inline-flex h-10 items-center justify-center gap-2 rounded-md border border-line-strong px-3 text-sm font-medium hover:bg-hover"
              >
                <KeyRound aria-hidden className="size-4 text-muted" />
                Continue with <bdi className="truncate">{ways.provider}</bdi>
              </a>
            )}
            {ways.password && ways.provider !== null && <Or />}
            {ways.password && <LoginForm returnTo={returnTo} />}
            <p className="text-xs text-faint">
              No account, or another role needed? Ask whoever runs Callscope for you.
            </p>
          </div>
        </main>
        <Waveform />
      </div>
    </div>
  );
}

function Or() {
  return (
    <div className="flex items-center gap-3 text-xs text-faint">
      <span className="h-px flex-1 bg-line" />
      or
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}
