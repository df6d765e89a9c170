'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useHydrated } from '@/components/shell/state/use-hydrated';
import { Button, IconButton } from '@/components/ui/button';
import { WIDE_FIELD } from '@/components/ui/field';
import { problemOf } from '@/lib/api/get-json';
import { signIn } from '@/lib/api/session';
import { LoginAlert } from './provider-problem';
import { useWait } from './use-wait';

/** Signs in with e-mail and password and goes on to where somebody wanted to go. */
export function LoginForm({ returnTo }: { returnTo: string }) {
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const wait = useWait();
  const id = useId();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setSending(true);
    try {
      await signIn(textOf(data, 'email'), textOf(data, 'password'));
      window.location.assign(returnTo);
    } catch (thrown) {
      const { title, detail, retry_after } = problemOf(thrown);
      setFailure(`${title}. ${detail}`);
      wait.start(retry_after ?? 0);
      setSending(false);
    }
  }

  return (
    <form onSubmit={submit} method="post" className="flex flex-col gap-4">
      <InsecureWarning />
      {failure !== null && <LoginAlert>{failure}</LoginAlert>}
      <label className="flex flex-col gap-1.5 text-sm font-medium" htmlFor={`${id}-email`}>
        E-mail
        <input
          id={`${id}-email`}
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={320}
          className={`${WIDE_FIELD} h-10 font-normal`}
        />
      </label>
      <PasswordField id={`${id}-password`} />
      <Button type="submit" kind="accent" className="h-10" disabled={isSending || wait.seconds > 0}>
        {label(isSending, wait.seconds)}
      </Button>
    </form>
  );
}

function PasswordField({ id }: { id: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="flex flex-col gap-1.5 text-sm font-medium">
      <label htmlFor={id}>Password</label>
      <span className="relative">
        <input
          id={id}
          name="password"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          required
          maxLength={1024}
          className={`${WIDE_FIELD} h-10 pr-11 font-normal`}
        />
        <IconButton
          label={isShown ? 'Hide password' : 'Show password'}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
          className="absolute top-1 right-1"
        >
          {isShown ? (
            <EyeOff aria-hidden className="size-4" />
          ) : (
            <Eye aria-hidden className="size-4" />
          )}
        </IconButton>
      </span>
    </div>
  );
}

/** Browsers drop the cookie of a session that comes over plain http from another machine. */
function InsecureWarning() {
  if (!useHydrated() || window.isSecureContext) return null;
  return (
    <LoginAlert>
      This page came over plain http: the browser will not keep you signed in. Open Callscope by its
      https address.
    </LoginAlert>
  );
}

function label(isSending: boolean, seconds: number): string {
  if (isSending) return 'Signing in…';
  if (seconds === 0) return 'Sign in';
  const minutes = Math.floor(seconds / 60);
  return `Wait ${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
