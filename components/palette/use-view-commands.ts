'use client';

import { Bookmark } from 'lucide-react';
import { useOpenedView, useViewOpener, useViews } from '@/components/views/use-views';
import type { Command } from './commands';

/** The saved views; the open one is opened again to take back what was changed since. */
export function useViewCommands(): Command[] {
  const { views } = useViews();
  const opened = useOpenedView();
  const { open } = useViewOpener();
  return views.map((view) => {
    const current = view.id === opened.view?.id;
    return {
      id: `view ${view.id}`,
      icon: Bookmark,
      kind: 'View',
      label: view.name,
      keywords: view.page,
      detail: current && opened.modified ? 'modified' : undefined,
      applied: current,
      run: () => open(view),
    };
  });
}
