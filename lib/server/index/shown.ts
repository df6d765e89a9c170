import { raw, type Sql } from './sql';
import type { ShownCall } from './store';

/** Where a document holds each part of a {@link ShownCall}, in the order of {@link fromParts}. */
const PATHS = [
  'id',
  'created',
  'type',
  'status',
  'provider',
  'organization_id',
  'metadata.from',
  'metadata.to',
  'metadata.tags',
  'use_case',
  'language',
  'agent',
  'campaign_id',
  'classification',
  'duration',
  'costs.total_costs',
  'costs.voip',
  'costs.transcriber',
  'costs.llm',
  'costs.tts',
  'ratings',
  'notes',
  'viewed_by',
  'parent_call_id',
  'transfer_contact_email',
  'extraction',
] as const;

/** Half a character, which JavaScript writes as an escape and other readers of JSON refuse. */
const HALF_CHARACTER = "contains(json, '\\ud')";

/**
 * The parts of a document as a JSON array, cut out by the engine: for JavaScript to read whole documents takes three
 * times as long. A document that the engine might refuse comes whole. Over a source with a column `json`.
 */
export const PARTS: Sql = raw(
  `CASE WHEN ${HALF_CHARACTER} THEN json ELSE concat('[', concat_ws(',', ${PATHS.map(
    (_, index) => `coalesce(parts[${index + 1}], 'null')`,
  ).join(', ')}), ']') END`,
);

/** What {@link PARTS} is made of, to be selected as `parts` below it. */
export const EXTRACTED: Sql = raw(
  `json_extract(CASE WHEN ${HALF_CHARACTER} THEN '{}' ELSE json END, [${PATHS.map(
    (path) => `'$.${path}'`,
  ).join(', ')}])`,
);

/** The calls of a JSON array of {@link PARTS}. */
export function shownCalls(json: string): ShownCall[] {
  return keptParts(json).map((kept) => (isParts(kept) ? fromParts(kept) : kept));
}

/** What lies at {@link PATHS}. */
type Parts = readonly [
  id: string,
  created: string,
  type: string,
  status: string,
  provider: ShownCall['provider'],
  organization: ShownCall['organization_id'],
  from: Metadata['from'],
  to: Metadata['to'],
  tags: Metadata['tags'],
  use_case: ShownCall['use_case'],
  language: ShownCall['language'],
  agent: ShownCall['agent'],
  campaign: ShownCall['campaign_id'],
  classification: ShownCall['classification'],
  duration: ShownCall['duration'],
  total: Costs['total_costs'],
  voip: Costs['voip'],
  transcriber: Costs['transcriber'],
  llm: Costs['llm'],
  tts: Costs['tts'],
  ratings: ShownCall['ratings'],
  notes: ShownCall['notes'],
  viewers: ShownCall['viewed_by'],
  parent: ShownCall['parent_call_id'],
  transfer_email: ShownCall['transfer_contact_email'],
  extraction: ShownCall['extraction'],
];
type Metadata = NonNullable<ShownCall['metadata']>;
type Costs = NonNullable<ShownCall['costs']>;

/** Guarantee: the engine cut it out of documents that the index had written, or left them whole. */
function keptParts(json: string): (Parts | ShownCall)[] {
  return JSON.parse(json) as (Parts | ShownCall)[];
}

function isParts(kept: Parts | ShownCall): kept is Parts {
  return Array.isArray(kept);
}

/** By position: to take the array apart by a pattern would walk it by its iterator. */
function fromParts(parts: Parts): ShownCall {
  return {
    id: parts[0],
    created: parts[1],
    type: parts[2],
    status: parts[3],
    provider: parts[4],
    organization_id: parts[5],
    metadata: { from: parts[6], to: parts[7], tags: parts[8] },
    use_case: parts[9],
    language: parts[10],
    agent: parts[11],
    campaign_id: parts[12],
    classification: parts[13],
    duration: parts[14],
    costs: {
      total_costs: parts[15],
      voip: parts[16],
      transcriber: parts[17],
      llm: parts[18],
      tts: parts[19],
    },
    ratings: parts[20],
    notes: parts[21],
    viewed_by: parts[22],
    parent_call_id: parts[23],
    transfer_contact_email: parts[24],
    extraction: parts[25],
  };
}
