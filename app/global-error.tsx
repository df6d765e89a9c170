'use client';

import { useEffect } from 'react';
import { healPage, isMissingCode } from '@/components/ui/heal';
import './globals.css';

/**
 * Stands in for the whole document when the root layout itself, or what stands in for a page, has failed. Plain
 * elements only: it must be drawn where everything else could not.
 */
export default function GlobalError({ error }: { error: Error }) {
  const missing = isMissingCode(error);
  useEffect(() => {
    if (missing) void healPage();
  }, [missing]);
  return (
    <html lang="en">
      <body>
        <title>This page failed · Callscope</title>
        <main
          role="alert"
          className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-3 p-6"
        >
          <h1 className="text-lg font-semibold">This page failed</h1>
          <p>
            Something unexpected went wrong while it was drawn. Your filters are in the address and
            are not lost.
          </p>
          <button
            type="button"
            className="rounded-md border border-line-strong px-3 py-1.5 font-medium"
            onClick={() => window.location.reload()}
          >
            Reload
          </button>
        </main>
      </body>
    </html>
  );
}
