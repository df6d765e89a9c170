'use client';

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { problemOf } from '@/lib/api/get-json';
import { signOut } from '@/lib/api/session';
import type { Account, Role } from '@/lib/auth/roles';

const MAY: Record<Role, string> = {
  viewer: 'Viewer: reads calls and costs; phone numbers are hidden.',
  reviewer: 'Reviewer: reads everything, writes notes and rates.',
  manager: 'Manager: also exports, shares views and looks after others’ notes.',
};

/** Who is signed in, what the role allows, and the way out. */
export function AccountPanel({ account, role }: { account: Account; role: Role }) {
  const [failure, setFailure] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    try {
      await signOut();
      window.location.assign('/login');
    } catch (thrown) {
      setFailure(problemOf(thrown).detail);
      setLeaving(false);
    }
  };
  return (
    <div className="flex w-64 flex-col gap-3 p-3 text-sm">
      <div className="flex min-w-0 flex-col">
        {account.name !== account.email && (
          <bdi className="truncate font-semibold">{account.name}</bdi>
        )}
        <bdi className="truncate">{account.email}</bdi>
      </div>
      <p className="text-xs text-muted">{MAY[role]}</p>
      {failure !== null && (
        <p role="alert" className="text-xs text-bad">
          You are still signed in. {failure}
        </p>
      )}
      <Button onClick={leave} disabled={isLeaving}>
        <LogOut aria-hidden className="size-3.5" />
        {isLeaving ? 'Signing out…' : 'Sign out'}
      </Button>
    </div>
  );
}
