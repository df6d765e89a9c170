'use client';

import { Component, type ReactNode, Suspense } from 'react';
import { Button } from './button';

type LazilyProps = {
  children: ReactNode;
  /** Stands in its place until it is there. */
  meanwhile?: ReactNode;
};

/**
 * Around what is loaded when first needed. When its code cannot be fetched (the server was updated since the page
 * was opened, or is gone), the rest of the page stays and says so.
 */
export class Lazily extends Component<LazilyProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (this.state.failed) return <LoadFailure />;
    return <Suspense fallback={this.props.meanwhile}>{this.props.children}</Suspense>;
  }
}

function LoadFailure() {
  return (
    <div
      role="alert"
      className="fixed right-4 bottom-4 z-50 flex max-w-[calc(100vw-32px)] items-center gap-3 rounded-lg border border-line-strong bg-raised p-3 text-sm text-text shadow-lg"
    >
      This part of the page could not be loaded. Callscope may have been updated.
      <Button kind="accent" size="small" onClick={() => window.location.reload()}>
        Reload
      </Button>
    </div>
  );
}
