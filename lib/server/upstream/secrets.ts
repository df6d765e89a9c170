import type { Call } from '@/lib/call/call';
import { isSecretName } from './secret-names';

/** What people said and were told; whatever their keys are called, they are the substance of a call. */
const UNTOUCHED = ['extraction', 'classification', 'notes', 'ratings', 'costs'];

/**
 * The call without what could be a secret: no `use_case.hooks`, and anywhere outside of extraction,
 * classification, notes, ratings and costs no key that names a secret. The argument is left as it is.
 */
export function withoutSecrets(call: Call): Call {
  const { hooks: _, ...useCase } = call.use_case ?? {};
  const open = call.use_case ? { ...call, use_case: useCase } : call;
  return asCall(
    Object.fromEntries(
      Object.entries(open)
        .filter(([key, value]) => !isSecretName(key, value))
        .map(([key, value]) => [key, UNTOUCHED.includes(key) ? value : scrubbed(value)]),
    ),
  );
}

/** Guarantee: only keys are removed, none of which is required, and no documented key names a secret. */
function asCall(record: Record<string, unknown>): Call {
  return record as Call;
}

function scrubbed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(scrubbed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  // A pair such as { name: "api_key", value: "…" } hides its secret under an innocent key.
  const pairNamesSecret = entries.some(
    ([key, name]) =>
      /^(name|key)$/i.test(key) && typeof name === 'string' && isSecretName(name, ''),
  );
  return Object.fromEntries(
    entries
      .filter(([key, item]) => !isSecretName(key, item))
      .filter(([key]) => !(pairNamesSecret && /^value$/i.test(key)))
      .map(([key, item]) => [key, scrubbed(item)]),
  );
}
