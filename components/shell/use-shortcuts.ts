'use client';

import { useEffectEvent, useLayoutEffect } from 'react';
import { usePage } from './context/page-context';
import { isKeyInUse } from './keys-in-use';

/** Actions by key as `KeyboardEvent.key` names it. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/**
 * Single-key shortcuts for the whole page. None fires while somebody types, where the key does something of its own,
 * with a modifier held, while a dialog or popover floats above the page, or when the person has switched them off.
 */
export function useShortcuts(shortcuts: Shortcuts) {
  const { preferences } = usePage();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = shortcuts[event.key];
    if (!action || !preferences.shortcuts || belongsElsewhere(event)) return;
    event.preventDefault();
    action(event);
  });
  // With what is drawn, not a moment later: who sees it may press already.
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

const TYPING =
  'input:not([type="checkbox"]):not([type="radio"]):not([type="range"]), textarea, select, [contenteditable]';
const OVERLAY = '[data-overlay], [role="menu"], [role="listbox"]';

function belongsElsewhere(event: KeyboardEvent): boolean {
  // AltGr, which some keyboards need for brackets, counts as Ctrl and Alt held together.
  const modified = (event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph');
  if (modified || event.metaKey || event.isComposing) return true;
  if (event.defaultPrevented) return true;
  const { target } = event;
  if (target instanceof Element && target.closest(TYPING)) return true;
  if (isKeyInUse(event)) return true;
  return document.querySelector(OVERLAY) !== null;
}
