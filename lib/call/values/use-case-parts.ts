import type { Call } from '@/lib/call/call';

export type UseCase = NonNullable<Call['use_case']>;

const ROW_KEYS = ['id', 'name', 'model', 'language'];

/** The call with its use case as rows show it; what else a use case has is its configuration. */
export function withoutConfiguration(call: Call): Call {
  if (!call.use_case) return call;
  const { id, name, model, language } = call.use_case;
  return { ...call, use_case: { id, name, model, language } };
}

/** The use case with its whole configuration; null where that did not come along. */
export function configurationOf({ use_case }: Call): UseCase | null {
  if (!use_case || Object.keys(use_case).every((key) => ROW_KEYS.includes(key))) return null;
  return use_case;
}
