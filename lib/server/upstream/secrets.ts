import type { Call } from '@/lib/call/call';
import { isSecretName } from './secret-names';

/** What people said and were told; whatever their keys are called, they are the substance of a call. */
const UNTOUCHED = new Set(['extraction', 'classification', 'notes', 'ratings', 'costs']);

/**
 * The call without what could be a secret: no `use_case.hooks`, and anywhere outside of extraction,
 * classification, notes, ratings and costs no key that names a secret. The argument is left as it is.
 */
export function withoutSecrets(call: Call): Call {
  const entries = Object.entries(call)
    .filter(([key, value]) => !isSecretName(key, value))
    .map(([key, value]) => [key, UNTOUCHED.has(key) ? value : scrubbed(withoutHooks(key, value))]);
  return asCall(Object.fromEntries(entries));
}

/** Guarantee: only keys are removed, none of which is required, and no documented key names a secret. */
function asCall(record: Record<string, unknown>): Call {
  return record as Call;
}

function withoutHooks(key: string, value: unknown): unknown {
  if (key !== 'use_case' || typeof value !== 'object' || value === null) return value;
  const { hooks: _, ...rest } = { hooks: undefined, ...value };
  return rest;
}

/** The value without secrets; parts that hold none are not copied, for most of a call holds none. */
function scrubbed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(scrubbed);
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  const entries = Object.entries(value);
  const pair = entries.some(namesSecret);
  let changed = false;
  const kept = entries.filter((entry) => {
    if (isSecretName(entry[0], entry[1]) || (pair && /^value$/i.test(entry[0]))) {
      changed = true;
      return false;
    }
    const before = entry[1];
    entry[1] = scrubbed(before);
    changed ||= entry[1] !== before;
    return true;
  });
  return changed ? Object.fromEntries(kept) : value;
}

/** A pair such as `{ name: "api_key", value: "…" }` hides its secret under an innocent key. */
function namesSecret([key, value]: [string, unknown]): boolean {
  return typeof value === 'string' && /^(name|key)$/i.test(key) && isSecretName(value, '');
}
