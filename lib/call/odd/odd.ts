import type { AboutCall, Call } from '@/lib/call/call';

/** What cannot be understood of calls, as our answers name it. */
export type OddCall = { id: string; fields: string[] };

type Told = { id: string; callscope?: AboutCall | undefined };

/** The paths of a call's fields that could not be understood. */
export function oddFieldsOf({ callscope }: Pick<Told, 'callscope'>): string[] {
  return callscope?.set_aside.map(({ path }) => path) ?? [];
}

/** The same without the places in lists, each once: what is odd about an account, whatever the call. */
export function oddKindsOf(call: Pick<Told, 'callscope'>): string[] {
  const kinds = oddFieldsOf(call).map((path) =>
    path
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .join('.'),
  );
  return [...new Set(kinds)];
}

/** Those of the calls that have such fields. */
export function oddCallsOf(calls: readonly Told[]): OddCall[] {
  return calls.flatMap((call) =>
    call.callscope ? [{ id: call.id, fields: oddFieldsOf(call) }] : [],
  );
}

/** The call as it was sent: what was set aside is where it stood, and nothing of ours is in it. */
export function asSent({
  callscope,
  ...call
}: Readonly<Record<string, unknown>> & Pick<Told, 'callscope'>) {
  const sent: unknown = callscope ? structuredClone(call) : call;
  for (const { path, ...rest } of callscope?.set_aside ?? []) put(sent, path.split('.'), rest);
  return sent;
}

function put(data: unknown, [key = '', ...rest]: string[], value: { sent?: unknown }): void {
  if (!isObject(data)) return;
  if (rest.length > 0) {
    put(data[key], rest, value);
    return;
  }
  // Items of a list are set aside from its start on, so that each finds its place again.
  if (Array.isArray(data)) data.splice(Number(key), 0, 'sent' in value ? value.sent : null);
  else if ('sent' in value) data[key] = value.sent;
  else delete data[key];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether a call's time is its own; else nothing can be told from where it stands among others. */
export function hasOwnTime({ callscope }: Pick<Call, 'callscope'>): boolean {
  return callscope?.created_from === undefined;
}
