'use client';

import clsx from 'clsx';
import { Bookmark } from 'lucide-react';
import { Suspense } from 'react';
import { Badge } from '@/components/ui/badge';
import { Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import { useOpenedView } from './use-views';

const ViewsPanel = lazily(() => import('./views-panel'));

/** Opens the saved views; says which one is open and whether the page still shows it. */
export default function ViewsButton() {
  const { view, modified } = useOpenedView();
  const name = view ? `Views: ${view.name}${modified ? ', modified' : ''}` : 'Views';
  return (
    <PopoverButton
      label="Views"
      aria-label={name}
      title={name}
      align="end"
      className={clsx(
        'relative flex h-8 items-center gap-1.5 rounded-md text-sm text-muted hover:bg-hover hover:text-text aria-expanded:bg-hover',
        view ? 'w-8 justify-center @2xl:w-48 @2xl:justify-start @2xl:px-2' : 'w-8 justify-center',
      )}
      popover={(close) => (
        <Lazily>
          <Suspense fallback={<div className="h-64 w-96 max-w-full" />}>
            <ViewsPanel onClose={close} />
          </Suspense>
        </Lazily>
      )}
    >
      <Bookmark aria-hidden className={clsx('size-4 shrink-0', view && 'fill-current')} />
      {view && (
        <bdi className="min-w-0 flex-1 truncate text-left font-medium text-text @max-2xl:hidden">
          {view.name}
        </bdi>
      )}
      {modified && (
        <>
          <Badge tone="warn" className="shrink-0 @max-2xl:hidden">
            modified
          </Badge>
          <span
            aria-hidden
            className="absolute top-1 right-1 size-2 rounded-full bg-warn ring-2 ring-canvas @2xl:hidden"
          />
        </>
      )}
    </PopoverButton>
  );
}
