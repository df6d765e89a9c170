'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

/** A value outside of React: it outlives the components that show it. */
export type ExternalStore<T> = {
  get: () => T;
  set: (value: T) => void;
  subscribe: (onChange: () => void) => () => void;
};

export function createStore<T>(initial: T): ExternalStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

export function useStore<T>(store: ExternalStore<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/** The places that could show the same thing, in the order they came. */
export type Hosts = ExternalStore<readonly symbol[]>;

/**
 * Whether this component is the place to show it: the one that came last is. A modal dialog hides the page around it,
 * so what floats over the page has to be inside the dialog while there is one.
 */
export function useIsTopHost(hosts: Hosts): boolean {
  const [me] = useState(() => Symbol('host'));
  useEffect(() => {
    hosts.set([...hosts.get(), me]);
    return () => hosts.set(hosts.get().filter((host) => host !== me));
  }, [hosts, me]);
  return useStore(hosts).at(-1) === me;
}
