import type { ViewerText } from '@/lib/auth/viewer-text';
import { digitsWithin, hideValue } from './hide-value';
import { maskValue } from './mask-value';

/** How free data is shown to who may not see numbers. */
export type FreeText = {
  /** How many digits there are in it that could be parts of one number. */
  weigh: (value: unknown) => number;
  /** `digits`: how many there are near it. */
  hide: (value: unknown, digits?: number) => unknown;
};

export function freeText(viewerText: ViewerText): FreeText {
  if (viewerText === 'recognised') return { weigh: () => 0, hide: (value) => maskValue(value) };
  return {
    weigh: digitsWithin,
    hide: (value, digits = digitsWithin(value)) => hideValue(value, digits),
  };
}
