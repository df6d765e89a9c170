'use client';

import { Component, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';

type FigureBoundaryProps = {
  name: string;
  /** What the figure is drawn from, in any words: with another one it is tried again. */
  of: string;
  children: ReactNode;
};
type State = { failed: boolean; of: string };

/** Around each figure: one that cannot be drawn says so in its place, and all others stay. */
export class ChartCardBoundary extends Component<FigureBoundaryProps, State> {
  override state: State = { failed: false, of: this.props.of };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps({ of }: FigureBoundaryProps, state: State): State | null {
    return of === state.of ? null : { failed: false, of };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <section aria-label={this.props.name} className="border-b border-line px-4 py-5 md:px-6">
        <h2 className="text-base font-semibold">{this.props.name}</h2>
        <div
          role="alert"
          className="flex h-40 flex-col items-center justify-center gap-3 text-center"
        >
          <p className="max-w-md text-muted">
            This part could not be drawn from the numbers it was given. The other parts are not
            affected.
          </p>
          <Button onClick={() => this.setState({ failed: false })}>Try again</Button>
        </div>
      </section>
    );
  }
}
