'use client';

import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { healPage, isMissingCode } from '@/components/ui/heal';
import { retryParts } from '@/components/ui/lazily';

/** What stands in for a page that failed in a way nobody foresaw. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const missing = isMissingCode(error);
  useEffect(() => {
    if (missing) void healPage();
  }, [missing]);
  return (
    <div
      role="alert"
      className="mx-auto flex h-full max-w-xl flex-col items-start justify-center gap-3 p-6"
    >
      <h1 className="text-lg font-semibold">This page failed</h1>
      <p>
        {missing
          ? 'Its code could not be loaded.'
          : 'Something unexpected went wrong while it was drawn.'}{' '}
        Your filters are in the address and are not lost.
      </p>
      <div className="flex gap-2">
        <Button kind="accent" onClick={again}>
          Try again
        </Button>
        <Button onClick={() => window.location.reload()}>Reload</Button>
      </div>
      {error.digest && (
        <p className="text-xs text-faint">
          Reference in the server’s log: <code className="font-mono">{error.digest}</code>
        </p>
      )}
    </div>
  );

  function again() {
    retryParts();
    reset();
  }
}
