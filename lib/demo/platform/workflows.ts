import { iso } from '@/lib/demo/calls/central-time';
import { textAt } from '@/lib/demo/json';
import type { StoredCall } from '@/lib/demo/store';
import { ORG_ID, uuidOf } from './ids';

/** A workflow as `GET /workflows/` lists it. */
export type Workflow = {
  id: string;
  org_id: string;
  name: string;
  slug: string;
  icon: string | null;
  folder_id: string | null;
  timestamp: string;
  version: Version | null;
};

type Version = {
  id: string;
  name: string;
  version_number: number;
  is_live: boolean;
  environment: string;
  published_at: string;
};

/** A version is published so often. */
const VERSION_MS = 30 * 86_400_000;
/** When the brokerage began with its first version. */
const BEGAN = Date.UTC(2025, 9, 1);

/** The workflow that a call belongs to: one for each use case. Undefined: it has none. */
export function workflowOf({ record, useCase, created }: StoredCall): Workflow | undefined {
  if (useCase === undefined) return undefined;
  const id = uuidOf(`workflow/${useCase}`);
  const name = textAt(record, 'use_case', 'name') ?? useCase;
  return {
    id,
    org_id: ORG_ID,
    name,
    slug: `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${id.slice(0, 6)}`,
    icon: null,
    folder_id: null,
    timestamp: iso(BEGAN),
    version: versionAt(id, created),
  };
}

/** The version of a workflow that was live at a time. */
export function versionAt(workflowId: string, time: number): Version {
  const number = Math.max(0, Math.floor((time - BEGAN) / VERSION_MS)) + 1;
  return {
    id: uuidOf(`version/${workflowId}/${number}`),
    name: `Version ${number}`,
    version_number: number,
    is_live: true,
    environment: 'production',
    published_at: iso(BEGAN + (number - 1) * VERSION_MS),
  };
}
