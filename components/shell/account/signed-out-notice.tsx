'use client';

import { useEffect, useState } from 'react';
import { onSignedOut } from '@/lib/api/signed-out';

/**
 * Said when the server no longer knows who asks. The page stays as it is, and what was typed stays in it: signing in
 * happens in another tab, after which everything here goes on.
 */
export function SignedOutNotice() {
  const [isOut, setOut] = useState(false);
  useEffect(() => onSignedOut(setOut), []);
  if (!isOut) return null;
  return (
    <div
      role="alert"
      className="fixed inset-x-0 bottom-0 z-50 flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-t border-line bg-warn-soft px-4 py-2 text-sm text-warn"
    >
      You are signed out; what you typed is still here.
      <a href="/login" target="_blank" rel="noreferrer" className="font-semibold underline">
        Sign in in a new tab, then go on
      </a>
    </div>
  );
}
