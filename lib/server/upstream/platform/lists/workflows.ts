import type { Asking } from '@/lib/server/upstream/platform/asking';
import { readAll } from '@/lib/server/upstream/platform/pages';
import { isObject } from '@/lib/server/upstream/transport/body/body';

/** What of a workflow a call shows. */
export type Workflow = { id: string; name: string | null; version: Version | null };
/** The version that is live. */
type Version = { id: string; number: number | null };

/** A new workflow is known after so long. */
const RENEWED_MS = 60_000;
const PAGE_SIZE = 100;

export type Workflows = {
  /** All that the key may see. */
  all(asking: Asking): Promise<readonly Workflow[]>;
  /** The next question asks anew. */
  forget(): void;
};

export function createWorkflows(clock: () => number): Workflows {
  let known: { list: readonly Workflow[]; until: number } | undefined;

  return {
    async all({ get }) {
      if (known !== undefined && clock() < known.until) return known.list;
      const records = await readAll(PAGE_SIZE, (page) =>
        get('list', '/workflows/', { page: String(page), page_size: String(PAGE_SIZE) }),
      );
      const list = records.flatMap(workflowOf);
      known = { list, until: clock() + RENEWED_MS };
      return list;
    },
    forget() {
      known = undefined;
    },
  };
}

function workflowOf({ id, name, version }: Record<string, unknown>): Workflow[] {
  if (typeof id !== 'string' || id === '') return [];
  return [{ id, name: typeof name === 'string' ? name : null, version: versionOf(version) }];
}

function versionOf(sent: unknown): Version | null {
  if (!isObject(sent) || typeof sent.id !== 'string') return null;
  const number = sent.version_number;
  return { id: sent.id, number: typeof number === 'number' ? number : null };
}
