import type { AboutCall, Call } from '@/lib/call/call';
import { isObject } from '@/lib/server/upstream/transport/body/body';
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
  const { callscope } = call;
  return asCall(
    rewritten(call, (key, value) => {
      if (key === 'callscope') return callscope && { ...callscope, set_aside: harmless(callscope) };
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

/** What was set aside can hold everything, in whatever shape: nothing is shown of it that could be a configuration. */
function harmless({ set_aside }: AboutCall): AboutCall['set_aside'] {
  return set_aside.map(({ path, ...rest }) => {
    const [field = ''] = path.split('.');
    if (!('sent' in rest) || UNTOUCHED.has(field)) return { path, ...rest };
    return { path, sent: plain(scrubbed(withoutAllHooks(rest.sent))) };
  });
}

function withoutAllHooks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAllHooks);
  if (!isObject(value)) return value;
  return rewritten(value, (key, inner) => (key === 'hooks' ? REMOVED : withoutAllHooks(inner)));
}

/** In longer text, and in text with marks of structure, there may be names and values that nobody can look into. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return /^[^{}[\]=:"]{0,64}$/.test(value) ? value : NOT_SHOWN;
  if (Array.isArray(value)) return value.map(plain);
  return isObject(value) ? rewritten(value, (_, inner) => plain(inner)) : value;
}

const NOT_SHOWN = '(text that is not shown: it could hold secrets)';

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
