'use client';

import {
  Component,
  type ComponentType,
  createElement,
  lazy,
  type ReactNode,
  Suspense,
} from 'react';
import { Button } from './button';
import { healPage, type LoadTrouble } from './heal';

/** Makes the parts that could not be loaded ready to be asked for once more. */
const failedParts = new Set<() => void>();

/**
 * A part of the page whose code is fetched when it is first drawn. React keeps a failure for good; here another try
 * fetches it again, see {@link retryParts}.
 */
export function lazily<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const start = () => lazy(() => fetchCode(load).catch(fail));
  const fail = (error: unknown) => {
    failedParts.add(() => {
      part = start();
    });
    throw error;
  };
  let part = start();
  return function Part(props: Props) {
    return createElement<Props>(part, props);
  };
}

/** Fetches code that comes later. Where the server was updated meanwhile, the page is loaded again. */
export function fetchCode<T>(load: () => Promise<T>): Promise<T> {
  return load().catch(async () => {
    throw new PartMissing(await healPage());
  });
}

/** What could not be loaded is asked for again when it is drawn the next time. */
export function retryParts() {
  for (const again of failedParts) again();
  failedParts.clear();
}

class PartMissing extends Error {
  override name = 'ChunkLoadError';

  constructor(readonly trouble: LoadTrouble) {
    super('Code of the page could not be loaded');
  }
}

type LazilyProps = {
  children: ReactNode;
  /** Stands in its place until it is there. */
  meanwhile?: ReactNode;
};

/**
 * Around what is loaded when first needed. When its code cannot be fetched, the rest of the page stays and says so;
 * what is put away and opened once more is fetched once more too.
 */
export class Lazily extends Component<LazilyProps, { failure: unknown }> {
  override state: { failure: unknown } = { failure: null };

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  override componentWillUnmount() {
    if (this.state.failure !== null) retryParts();
  }

  override render() {
    const { failure } = this.state;
    if (failure !== null) return <PartFailure failure={failure} onRetry={this.retry} />;
    return <Suspense fallback={this.props.meanwhile}>{this.props.children}</Suspense>;
  }

  private retry = () => {
    retryParts();
    this.setState({ failure: null });
  };
}

function PartFailure({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  return (
    <div
      role="alert"
      className="fixed right-4 bottom-4 z-50 flex max-w-[calc(100vw-32px)] flex-wrap items-center gap-3 rounded-lg border border-line-strong bg-raised p-3 text-sm text-text shadow-lg"
    >
      {wordsOf(failure)}
      <Button kind="accent" size="small" onClick={onRetry}>
        Try again
      </Button>
      <Button size="small" onClick={() => window.location.reload()}>
        Reload
      </Button>
    </div>
  );
}

function wordsOf(failure: unknown): string {
  if (!(failure instanceof PartMissing)) return 'This part of the page failed.';
  return failure.trouble === 'unreachable'
    ? 'This part of the page could not be loaded: Callscope does not answer.'
    : 'This part of the page could not be loaded, and loading the page again did not help.';
}
