import * as z from 'zod';
import type { CallStore, StoredCall } from '@/lib/demo/store';
import { uuidOf } from './ids';
import { type Annotation, type Run, runIdOf, runOf } from './runs';
import { type Session, sessionsOf } from './sessions';
import { type Workflow, workflowOf } from './workflows';

/** A run with the call that was made in it; one that a test put in has none. */
export type StoredRun = {
  readonly id: string;
  readonly workflow: string;
  readonly timestamp: number;
  readonly call: StoredCall | undefined;
  /** As the list of its workflow writes it. */
  record(): Record<string, unknown>;
};

/** A run that a test puts in: served as it is, but for what it has to be found by. */
export const insertedRunSchema = z.looseObject({
  id: z.string(),
  use_case_id: z.string(),
  timestamp: z.string(),
});
type InsertedRun = z.output<typeof insertedRunSchema>;

/** What was corrected of a run. */
type Issue = { id: string; run_id: string; annotation: Annotation; correction: string };

export type PlatformStore = {
  workflows(): readonly Workflow[];
  /** By id or slug. */
  workflow(name: string): Workflow | undefined;
  /** Newest first. */
  runs(workflowId: string): readonly StoredRun[];
  run(id: string): StoredRun | undefined;
  sessions(run: StoredRun): readonly Session[];
  session(id: string): { session: Session; run: StoredRun } | undefined;
  mark(id: string, annotation: Annotation): void;
  /** Gives back the id of the issue. */
  openIssue(runId: string, issue: Pick<Issue, 'annotation' | 'correction'>): string;
  /** Assumed: what an issue looks like is not documented. */
  issues(runId: string): readonly Issue[];
  put(runs: readonly InsertedRun[]): void;
  remove(ids: readonly string[]): void;
  restore(): void;
};

type Found = {
  workflows: Map<string, Workflow>;
  runs: Map<string, StoredRun[]>;
  byId: Map<string, StoredRun>;
};

/** The brokerage as workflows and runs: each call is a run of the workflow of its use case. */
export function createPlatformStore(calls: CallStore): PlatformStore {
  const marks = new Map<string, Annotation>();
  let issues: Issue[] = [];
  const removed = new Set<string>();
  const inserted = new Map<string, InsertedRun>();
  const sessionRuns = new Map<string, string>();
  let seen: readonly StoredCall[] | undefined;
  let found: Found = { workflows: new Map(), runs: new Map(), byId: new Map() };

  /** Read anew when calls came or runs went. */
  function current(): Found {
    if (seen === calls.all()) return found;
    seen = calls.all();
    found = { workflows: new Map(), runs: new Map(), byId: new Map() };
    for (const call of seen) {
      const workflow = workflowOf(call);
      if (workflow === undefined || call.id === undefined) continue;
      // Calls come newest first: the first tells the live version.
      if (!found.workflows.has(workflow.id)) found.workflows.set(workflow.id, workflow);
      add(storedRun(call, workflow.id));
    }
    for (const run of inserted.values()) add(insertedRun(run));
    for (const runs of found.runs.values()) runs.sort(newestFirst);
    return found;
  }

  function add(run: StoredRun): void {
    if (removed.has(run.id)) return;
    found.byId.set(run.id, run);
    const runs = found.runs.get(run.workflow);
    if (runs) runs.push(run);
    else found.runs.set(run.workflow, [run]);
  }

  function storedRun(call: StoredCall, workflow: string): StoredRun {
    const id = runIdOf(call.id ?? '');
    let run: Run | undefined;
    const record = () => {
      run ??= runOf(call, workflow);
      const mark = marks.get(id);
      return mark === undefined ? run : { ...run, annotation: mark };
    };
    return { id, workflow, timestamp: call.created, call, record };
  }

  function insertedRun(run: InsertedRun): StoredRun {
    const { id, use_case_id: workflow, timestamp } = run;
    const record = () => (marks.has(id) ? { ...run, annotation: marks.get(id) } : run);
    return { id, workflow, timestamp: Date.parse(timestamp), call: undefined, record };
  }

  function sessions(run: StoredRun): Session[] {
    if (run.call === undefined) return [];
    const list = sessionsOf(run.call, runOf(run.call, run.workflow));
    for (const { id } of list) sessionRuns.set(id, run.id);
    return list;
  }

  /** Nobody knows the id of a session before its run was asked for its sessions, unless it was written down. */
  function runOfSession(id: string): StoredRun | undefined {
    if (!sessionRuns.has(id)) for (const run of current().byId.values()) sessions(run);
    return current().byId.get(sessionRuns.get(id) ?? '');
  }

  const again = () => {
    seen = undefined;
  };

  return {
    workflows: () => [...current().workflows.values()],
    workflow: (name) =>
      current().workflows.get(name) ??
      [...current().workflows.values()].find(({ slug }) => slug === name),
    runs: (workflowId) => current().runs.get(workflowId) ?? [],
    run: (id) => current().byId.get(id),
    sessions,
    session(id) {
      const run = runOfSession(id);
      const session = run && sessions(run).find((each) => each.id === id);
      return run && session && { session, run };
    },
    mark: (id, annotation) => void marks.set(id, annotation),
    openIssue(run_id, issue) {
      const id = uuidOf(`issue/${run_id}/${issues.length}`);
      issues.push({ id, run_id, ...issue });
      return id;
    },
    issues: (runId) => issues.filter(({ run_id }) => run_id === runId),
    put(runs) {
      for (const run of runs) inserted.set(run.id, run);
      again();
    },
    remove(ids) {
      for (const id of ids) removed.add(id);
      again();
    },
    restore() {
      marks.clear();
      issues = [];
      removed.clear();
      inserted.clear();
      again();
    },
  };
}

/** Ties have no order that is documented: the later one in the store comes first. */
function newestFirst(a: StoredRun, b: StoredRun): number {
  if (a.timestamp !== b.timestamp) return a.timestamp < b.timestamp ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
