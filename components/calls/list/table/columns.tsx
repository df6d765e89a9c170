import type { ReactNode } from 'react';
import type { CallRow } from '@/lib/call/call';
import type { ColumnId } from '@/lib/url/columns';
import {
  AgentCell,
  CampaignCell,
  ClassificationCell,
  CostCell,
  CreatedCell,
  DurationCell,
  NotesCell,
  PhoneCell,
  PlainCell,
  RatingsCell,
  StatusCell,
  TagsCell,
  TypeCell,
} from './cells';
import { ReviewCell } from './review-cell';

export type Column = {
  label: string;
  /** Pixels, where the address says nothing else. */
  width: number;
  numeric?: boolean;
  cell: (call: CallRow) => ReactNode;
};

/** What each column shows. The compiler sees to it that every declared column is here. */
const COLUMNS = {
  created: { label: 'Time', width: 212, cell: (call) => <CreatedCell call={call} /> },
  review: { label: 'Review', width: 96, cell: (call) => <ReviewCell call={call} /> },
  type: { label: 'Type', width: 100, cell: (call) => <TypeCell type={call.type} /> },
  status: { label: 'Status', width: 136, cell: (call) => <StatusCell status={call.status} /> },
  from: {
    label: 'From',
    width: 136,
    cell: (call) => <PhoneCell number={call.metadata?.from} />,
  },
  to: { label: 'To', width: 136, cell: (call) => <PhoneCell number={call.metadata?.to} /> },
  use_case: {
    label: 'Use case',
    width: 184,
    cell: (call) => <PlainCell text={call.use_case?.name ?? call.use_case?.id} />,
  },
  agent: { label: 'Agent', width: 120, cell: (call) => <AgentCell agent={call.agent} /> },
  classification: {
    label: 'Outcome',
    width: 152,
    cell: (call) => <ClassificationCell tag={call.classification?.tag} />,
  },
  duration: {
    label: 'Duration',
    width: 84,
    numeric: true,
    cell: (call) => <DurationCell seconds={call.duration} />,
  },
  total_cost: {
    label: 'Cost',
    width: 88,
    numeric: true,
    cell: (call) => <CostCell costs={call.costs} />,
  },
  ratings: { label: 'Rating', width: 84, cell: (call) => <RatingsCell ratings={call.ratings} /> },
  notes: { label: 'Notes', width: 180, cell: (call) => <NotesCell notes={call.notes} /> },
  tags: { label: 'Tags', width: 180, cell: (call) => <TagsCell tags={call.metadata?.tags} /> },
  campaign: {
    label: 'Campaign',
    width: 120,
    cell: (call) => <CampaignCell id={call.campaign_id} />,
  },
  model: { label: 'Model', width: 132, cell: (call) => <PlainCell text={call.use_case?.model} /> },
  language: { label: 'Language', width: 88, cell: (call) => <PlainCell text={call.language} /> },
  provider: { label: 'Provider', width: 88, cell: (call) => <PlainCell text={call.provider} /> },
} as const satisfies Record<ColumnId, Column>;

export function columnOf(id: ColumnId): Column {
  return COLUMNS[id];
}
