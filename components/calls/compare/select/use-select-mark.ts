'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { fetchCode } from '@/components/ui/lazily';
import type { SelectMarkProps } from './select-mark';

/** The rows' checkbox, once its code has come: the list does not wait for it, and goes on without it. */
export function useSelectMark(): ComponentType<SelectMarkProps> | undefined {
  const [mark, setMark] = useState<ComponentType<SelectMarkProps>>();
  useEffect(() => {
    fetchCode(() => import('./select-mark')).then(
      (loaded) => setMark(() => loaded.default),
      () => undefined,
    );
  }, []);
  return mark;
}
