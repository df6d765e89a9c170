import type { AboutCall, Call } from './call';

/** What cannot be understood of calls, as our answers name it. */
export type OddCall = { id: string; fields: string[] };

type Told = { id: string; callscope?: AboutCall | undefined };

/** The paths of a call's fields that could not be understood. */
export function oddFieldsOf({ callscope }: Pick<Told, 'callscope'>): string[] {
  return callscope?.set_aside.map(({ path }) => path) ?? [];
}

/** Those of the calls that have such fields. */
export function oddCallsOf(calls: readonly Told[]): OddCall[] {
  return calls.flatMap((call) =>
    call.callscope ? [{ id: call.id, fields: oddFieldsOf(call) }] : [],
  );
}

/** Whether a call's time is its own; else nothing can be told from where it stands among others. */
export function hasOwnTime({ callscope }: Pick<Call, 'callscope'>): boolean {
  return callscope?.created_from === undefined;
}
