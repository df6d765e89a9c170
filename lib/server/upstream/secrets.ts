import type { Call } from '@/lib/call/call';
import { isObject } from './body';
import { isSecretName } from './secret-names';

/** What people said and were told; whatever their keys are called, they are the substance of a call. */
const UNTOUCHED = new Set(['extraction', 'classification', 'notes', 'ratings', 'costs']);

/** In the place of a value: it goes, and its key with it. */
const REMOVED = Symbol('removed');

/**
 * The call without what could be a secret: no `use_case.hooks`, and anywhere outside of extraction,
 * classification, notes, ratings and costs no key that names a secret. The argument is left as it is; it is
 * given back itself when it holds no secret.
 */
export function withoutSecrets(call: Call): Call {
  return asCall(
    rewritten(call, (key, value) => {
      if (isSecretName(key, value)) return REMOVED;
      if (UNTOUCHED.has(key)) return value;
      return scrubbed(key === 'use_case' ? withoutHooks(value) : value);
    }),
  );
}

/** Guarantee: only keys are removed, none of which is required, and no documented key names a secret. */
function asCall(record: Record<string, unknown>): Call {
  return record as Call;
}

function withoutHooks(useCase: unknown): unknown {
  if (!isObject(useCase)) return useCase;
  return rewritten(useCase, (key, value) => (key === 'hooks' ? REMOVED : value));
}

function scrubbed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(scrubbed);
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  if (!isObject(value)) return value;
  return rewritten(value, (key, inner) =>
    isSecretName(key, inner) || (isValue(key) && namesSecret(value)) ? REMOVED : scrubbed(inner),
  );
}

/**
 * The object with its values rewritten. Most objects hold no secret and come back as they are: what a page of
 * calls costs is decided by how little is done for those.
 */
function rewritten(
  object: Record<string, unknown>,
  rewrite: (key: string, value: unknown) => unknown,
): Record<string, unknown> {
  let changes: Map<string, unknown> | undefined;
  for (const key in object) {
    const before = object[key];
    const after = rewrite(key, before);
    if (after === before) continue;
    changes ??= new Map();
    changes.set(key, after);
  }
  return changes === undefined ? object : applied(object, changes);
}

function applied(object: Record<string, unknown>, changes: ReadonlyMap<string, unknown>) {
  return Object.fromEntries(
    Object.entries(object)
      .map(([key, value]) => [key, changes.has(key) ? changes.get(key) : value] as const)
      .filter(([, value]) => value !== REMOVED),
  );
}

function isValue(key: string): boolean {
  return key.length === 5 && key.toLowerCase() === 'value';
}

/** A pair such as `{ name: "api_key", value: "…" }` hides its secret under an innocent key. */
function namesSecret(pair: Record<string, unknown>): boolean {
  return Object.entries(pair).some(
    ([key, value]) =>
      typeof value === 'string' && /^(name|key)$/i.test(key) && isSecretName(value, ''),
  );
}
