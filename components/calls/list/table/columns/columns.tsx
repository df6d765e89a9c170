import type { ReactNode } from 'react';
import {
  AgentCell,
  CampaignCell,
  ClassificationCell,
  CostCell,
  CreatedCell,
  DurationCell,
  MeasureCell,
  NotesCell,
  OtherPartyCell,
  PhoneCell,
  PlainCell,
  RatingsCell,
  StatusCell,
  TagsCell,
  TypeCell,
} from '@/components/calls/list/table/cells';
import { ReviewCell } from '@/components/calls/list/table/review-cell';
import { Lazily, lazily } from '@/components/ui/lazily';
import type { CallRow } from '@/lib/call/call';
import { type ExtractedName, isExtractedName } from '@/lib/call/query/extracted';
import { extractedLabel } from '@/lib/format/key-label';
import type { ColumnId, ShownColumn } from '@/lib/url/columns';

export type Column = {
  label: string;
  /** Pixels, where the address says nothing else; at least these where the column is flexible. */
  width: number;
  /** Takes its part of the room that the others leave. */
  flexible?: boolean;
  numeric?: boolean;
  /** Where it stands on the card that a row is on a phone; elsewhere on its last line. */
  card?: CardPlace;
  cell: (call: CallRow) => ReactNode;
};

type CardPlace = 'who' | 'when' | 'state' | 'result' | 'what';

/** What each column shows. The compiler sees to it that every declared column is here. */
const COLUMNS = {
  created: {
    label: 'Time',
    width: 148,
    card: 'when',
    cell: (call) => <CreatedCell call={call} />,
  },
  other_party: {
    label: 'Other party',
    width: 150,
    card: 'who',
    cell: (call) => <OtherPartyCell call={call} />,
  },
  use_case: {
    label: 'Use case',
    width: 98,
    flexible: true,
    card: 'what',
    cell: (call) => <PlainCell text={call.use_case?.name ?? call.use_case?.id} />,
  },
  classification: {
    label: 'Outcome',
    width: 96,
    flexible: true,
    card: 'result',
    cell: (call) => <ClassificationCell tag={call.classification?.tag} />,
  },
  status: {
    label: 'Status',
    width: 118,
    card: 'state',
    cell: (call) => <StatusCell status={call.status} />,
  },
  duration: {
    label: 'Duration',
    width: 76,
    numeric: true,
    cell: (call) => <DurationCell seconds={call.duration} />,
  },
  total_cost: {
    label: 'Cost',
    width: 68,
    numeric: true,
    cell: (call) => <CostCell costs={call.costs} />,
  },
  ratings: { label: 'Rating', width: 78, cell: (call) => <RatingsCell ratings={call.ratings} /> },
  review: { label: 'Review', width: 60, cell: (call) => <ReviewCell call={call} /> },
  tags: {
    label: 'Tags',
    width: 72,
    flexible: true,
    cell: (call) => <TagsCell tags={call.metadata?.tags} />,
  },
  notes: {
    label: 'Notes',
    width: 160,
    flexible: true,
    cell: (call) => <NotesCell notes={call.notes} />,
  },
  type: { label: 'Type', width: 100, cell: (call) => <TypeCell type={call.type} /> },
  from: {
    label: 'From',
    width: 136,
    cell: (call) => <PhoneCell number={call.metadata?.from} />,
  },
  to: { label: 'To', width: 136, cell: (call) => <PhoneCell number={call.metadata?.to} /> },
  agent: { label: 'Agent', width: 120, cell: (call) => <AgentCell agent={call.agent} /> },
  campaign: {
    label: 'Campaign',
    width: 120,
    cell: (call) => <CampaignCell id={call.campaign_id} />,
  },
  model: { label: 'Model', width: 132, cell: (call) => <PlainCell text={call.use_case?.model} /> },
  language: { label: 'Language', width: 88, cell: (call) => <PlainCell text={call.language} /> },
  provider: { label: 'Provider', width: 88, cell: (call) => <PlainCell text={call.provider} /> },
  talk_share: {
    label: 'Talk share',
    width: 96,
    numeric: true,
    cell: (call) => <MeasureCell call={call} of="talk_share" />,
  },
  silence: {
    label: 'Silence',
    width: 76,
    numeric: true,
    cell: (call) => <MeasureCell call={call} of="silence" />,
  },
  interruptions: {
    label: 'Interruptions',
    width: 116,
    numeric: true,
    cell: (call) => <MeasureCell call={call} of="interruptions" />,
  },
  response_time: {
    label: 'Response',
    width: 96,
    numeric: true,
    cell: (call) => <MeasureCell call={call} of="response_time" />,
  },
  response_time_p95: {
    label: 'Response p95',
    width: 108,
    numeric: true,
    cell: (call) => <MeasureCell call={call} of="response_time_p95" />,
  },
  tool_calls: {
    label: 'Tool calls',
    width: 84,
    numeric: true,
    cell: (call) => <MeasureCell call={call} of="tool_calls" />,
  },
  tool_errors: {
    label: 'Failed tools',
    width: 108,
    numeric: true,
    cell: (call) => <MeasureCell call={call} of="tool_errors" />,
  },
  turns: {
    label: 'Turns',
    width: 64,
    numeric: true,
    cell: (call) => <MeasureCell call={call} of="turns" />,
  },
  first_words: {
    label: 'First words',
    width: 220,
    flexible: true,
    cell: (call) => <PlainCell text={call.measures?.first_words} />,
  },
} as const satisfies Record<ColumnId, Column>;

const ExtractedCell = lazily(() => import('./extracted-cell'));

export function columnOf(id: ShownColumn['id']): Column {
  return isExtractedName(id) ? extractedColumn(id) : COLUMNS[id];
}

/** Whether it is of numbers its cells tell: which column is, nobody knows beforehand. */
function extractedColumn(name: ExtractedName): Column {
  const key = name.slice(2);
  return {
    label: extractedLabel(key),
    width: 128,
    flexible: true,
    cell: ({ extraction }) => (
      <Lazily>
        <ExtractedCell of={key} extraction={extraction} />
      </Lazily>
    ),
  };
}
