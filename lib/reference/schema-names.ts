import * as z from 'zod/mini';
import { breakdownResponseSchema, measuresSchema } from '@/lib/call/answers/breakdown-responses';
import { campaignsResponseSchema } from '@/lib/call/answers/campaign-responses';
import {
  conversationsResponseSchema,
  spreadSchema,
} from '@/lib/call/answers/conversations-responses';
import {
  costsResponseSchema,
  coverageSchema,
  facetsResponseSchema,
  indexMetaSchema,
  patternsResponseSchema,
  sumsSchema,
  syncResponseSchema,
  timelineResponseSchema,
} from '@/lib/call/answers/index-responses';
import {
  outcomeCountsSchema,
  outcomeFieldsResponseSchema,
  outcomePairsResponseSchema,
  outcomesResponseSchema,
  outcomeValuesResponseSchema,
  valueFiguresSchema,
} from '@/lib/call/answers/outcomes-responses';
import {
  budgetSchema,
  budgetsResponseSchema,
  currentMonthSchema,
  forecastSchema,
  outlookResponseSchema,
  storedBudgetsSchema,
} from '@/lib/call/answers/outlook-responses';
import {
  callResponseSchema,
  callsResponseSchema,
  metaSchema,
  problemSchema,
} from '@/lib/call/answers/responses';
import {
  agreementResponseSchema,
  nextResponseSchema,
  placeResponseSchema,
  reviewResponseSchema,
} from '@/lib/call/answers/review-responses';
import {
  capabilitiesSchema,
  findingSchema,
  oddFieldSchema,
  upstreamCheckSchema,
  usageResponseSchema,
} from '@/lib/call/answers/upstream-check';
import { aboutSchema, callRowSchema, costsSchema, noteSchema, ratingSchema } from '@/lib/call/call';
import { waveformSchema } from '@/lib/call/recording/waveform';
import { relatedResponseSchema } from '@/lib/call/related';
import { messageSchema, toolCallSchema, transcriptSchema } from '@/lib/call/transcript/transcript';
import { sharedViewSchema, viewsResponseSchema } from '@/lib/views/shared-view';

/** The schemas of answers that have a name of their own, with what they are. */
const NAMED: readonly [id: string, schema: z.ZodMiniType, description: string][] = [
  ['Problem', problemSchema, 'What every failure looks like: problem details of RFC 9457.'],
  ['Calls', callsResponseSchema, 'A page of calls; count is how many match in all.'],
  ['CallRow', callRowSchema, 'A call as a list has it.'],
  ['Call', callResponseSchema, 'A whole call; fields that HappyRobot adds are passed on.'],
  ['AboutCall', aboutSchema, 'What could not be understood of a call.'],
  ['Note', noteSchema, 'What a reviewer wrote on a call.'],
  ['Rating', ratingSchema, 'One emoji of one person.'],
  ['CallCosts', costsSchema, 'Amounts in the currency of the account.'],
  ['Meta', metaSchema, 'Where an answer comes from and how far it can be trusted.'],
  ['Transcript', transcriptSchema, 'What was said on a call.'],
  ['Message', messageSchema, 'One turn; times are seconds since the call began.'],
  ['ToolCall', toolCallSchema, 'A tool that the agent used.'],
  ['Waveform', waveformSchema, 'The shape of the sound of a call, by its parts.'],
  ['RelatedCalls', relatedResponseSchema, 'Other attempts of a call, and what they add up to.'],
  ['CallPlace', placeResponseSchema, 'Where a call stands in a list, from 0.'],
  ['NextCall', nextResponseSchema, 'Where to go on; null when nothing is left.'],
  ['Agreement', agreementResponseSchema, 'How far people agree who rated the same calls.'],
  ['ReviewProgress', reviewResponseSchema, 'How much of a list is reviewed.'],
  [
    'Conversations',
    conversationsResponseSchema,
    'How conversations went, in all, over time and by group.',
  ],
  ['Spread', spreadSchema, 'A measure of some calls.'],
  ['Facets', facetsResponseSchema, 'Every value with its count, and ranges of numbers.'],
  ['Timeline', timelineResponseSchema, 'Calls by bucket and status.'],
  ['Costs', costsResponseSchema, 'Sums of all calls, over time and by group.'],
  ['CostBreakdown', breakdownResponseSchema, 'What groups of calls cost now and before.'],
  ['Measures', measuresSchema, 'Sums, calls that reached nobody, and calls of each success.'],
  ['Sums', sumsSchema, 'Calls without a cost count in calls_without_cost only.'],
  ['CostPatterns', patternsResponseSchema, 'Hours of the week, and what single calls cost.'],
  ['Outcomes', outcomesResponseSchema, 'What calls came to, in all, over time and by group.'],
  ['OutcomeCounts', outcomeCountsSchema, 'How far some calls came, and what they cost.'],
  ['OutcomeFields', outcomeFieldsResponseSchema, 'How often extracted values are filled.'],
  ['OutcomePairs', outcomePairsResponseSchema, 'The numbers under two keys against each other.'],
  ['OutcomeValues', outcomeValuesResponseSchema, 'What the numbers under a key come to.'],
  ['ValueFigures', valueFiguresSchema, 'What the numbers of some calls come to.'],
  ['CostOutlook', outlookResponseSchema, 'The current month: to date, forecast, and today.'],
  ['CurrentMonth', currentMonthSchema, 'The current month by the clocks of the zone.'],
  ['Forecast', forecastSchema, 'What the month should come to: in eight of ten, low to high.'],
  ['BudgetProgress', budgetsResponseSchema, 'Monthly budgets, and how far they are spent.'],
  ['Budgets', storedBudgetsSchema, 'The monthly budgets as they are set.'],
  ['Budget', budgetSchema, 'What may be spent each month, in all or in a use case.'],
  ['Campaigns', campaignsResponseSchema, 'The campaigns that have a name.'],
  ['Usage', usageResponseSchema, 'Calls of this month, as HappyRobot and the index count them.'],
  ['IndexMeta', indexMetaSchema, 'When the index last heard from HappyRobot.'],
  ['Coverage', coverageSchema, 'How much of the account the index knows.'],
  ['Sync', syncResponseSchema, 'What the index is doing.'],
  ['UpstreamCheck', upstreamCheckSchema, 'What the last check of HappyRobot found.'],
  ['Capabilities', capabilitiesSchema, 'What HappyRobot was seen to do; null where unknown.'],
  ['Finding', findingSchema, 'One thing that the check looked at.'],
  ['OddField', oddFieldSchema, 'A field that did not fit its documented shape.'],
  ['Views', viewsResponseSchema, 'The shared views.'],
  ['SharedView', sharedViewSchema, 'A saved view that everybody can open.'],
];

/** Which schema has which name. */
export const schemaNames = z.registry<{ id: string }>();
for (const [id, schema] of NAMED) schemaNames.add(schema, { id });

/** What the schema of a name is. */
export const schemaWords: ReadonlyMap<string, string> = new Map(
  NAMED.map(([id, , description]) => [id, description]),
);
