import { useSyncExternalStore } from 'react';
import { MOST_COMPARED } from '@/lib/url/comparison';

/** The calls that were picked for a comparison, over all pages of the list, until the page is left. */
let selected: readonly string[] = [];
const listeners = new Set<() => void>();

const NONE: readonly string[] = [];

/** The ids of the selected calls in the order in which they were picked. */
export function useSelection(): readonly string[] {
  return useSyncExternalStore(
    subscribe,
    () => selected,
    () => NONE,
  );
}

/** Selects a call or lets it go again. When no more fit, nothing happens. */
export function toggleSelected(id: string) {
  if (selected.includes(id)) select(selected.filter((each) => each !== id));
  else if (selected.length < MOST_COMPARED) select([...selected, id]);
}

export function clearSelection() {
  select(NONE);
}

function select(ids: readonly string[]) {
  selected = ids;
  for (const notify of listeners) notify();
}

function subscribe(notify: () => void) {
  listeners.add(notify);
  return () => void listeners.delete(notify);
}
