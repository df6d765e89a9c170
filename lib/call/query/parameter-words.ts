import { DEFINITIONS } from '@/lib/call/costs/definitions';
import type { ExtractedPrefix } from './extracted';
import type { ParameterKey } from './filters';
import type { breakdownCodecs } from './routes/breakdown-query';
import type { exportCodecs } from './routes/export-query';
import type { extractionFacetsCodecs } from './routes/extraction-query';
import type { outcomePairsCodecs, outcomeValuesCodecs } from './routes/outcomes-query';
import type { recordingCodecs } from './routes/recording-query';
import type { nextCodecs, reviewCodecs } from './routes/review-query';

/**
 * What every parameter does, in one line. The help and the reference of the API both tell it with these words; they are
 * apart from the codecs because no page needs them at once.
 */

/** Every name that a query of our API can hold; the last are a family, one for each key of what was found out. */
export type WordedKey =
  | ParameterKey
  | ExtractedParameter
  | keyof typeof breakdownCodecs
  | keyof typeof exportCodecs
  | keyof typeof nextCodecs
  | keyof typeof outcomeValuesCodecs
  | keyof typeof outcomePairsCodecs
  | keyof typeof recordingCodecs
  | keyof typeof reviewCodecs
  | keyof typeof extractionFacetsCodecs
  | 'return_to';

/** How a family of parameters is told: `x.KEY`. */
export type ExtractedParameter = `${ExtractedPrefix}KEY`;

export const PARAMETER_WORDS: Readonly<Record<WordedKey, string>> = {
  type: 'Who called whom; Unknown finds calls that came without a type.',
  statuses: 'Calls with any of these statuses.',
  tags: 'Calls with any of these tags.',
  models: 'Calls of use cases with any of these models.',
  ratings: 'Calls that somebody rated with any of these.',
  use_cases: 'Calls of any of these use cases, by id.',
  campaigns: 'Calls of any of these campaigns, by id.',
  agents: 'Calls of any of these agents, by id.',
  languages: 'Calls in any of these languages.',
  providers: 'Calls over any of these telephone providers.',
  classifications: 'Calls with any of these outcomes.',
  not_statuses: 'Leaves out calls with any of these statuses.',
  not_tags: 'Leaves out calls with any of these tags.',
  not_models: 'Leaves out calls of use cases with any of these models.',
  not_ratings: 'Leaves out calls that somebody rated with any of these.',
  not_use_cases: 'Leaves out calls of any of these use cases.',
  not_campaigns: 'Leaves out calls of any of these campaigns.',
  not_agents: 'Leaves out calls of any of these agents.',
  not_languages: 'Leaves out calls in any of these languages.',
  not_providers: 'Leaves out calls over any of these telephone providers.',
  not_classifications: 'Leaves out calls with any of these outcomes.',
  from: 'Calls that began at this instant or later; or a range such as -7d, which moves with the clock.',
  to: 'Calls that began at this instant or earlier; not together with a moving range.',
  search: 'Calls with this text in a phone number or an extracted value.',
  said: 'Calls on which all of these words were said, by anybody. Quotes make a phrase, which has to be said in one go; agent: or caller: before a word or a phrase says whose it has to be. Case and accents make no difference. Of calls that have ended only, once their transcripts were read: meta.said tells how many.',
  transfer_contact_email: 'Calls that were transferred to this e-mail address.',
  min_duration: 'Calls of at least so many seconds.',
  max_duration: 'Calls of at most so many seconds.',
  min_cost: 'Calls that cost at least this much; a call without a cost never matches.',
  max_cost: 'Calls that cost at most this much; a call without a cost never matches.',
  min_talk_share: 'Calls of which the agent did at least this part of the talking, from 0 to 1.',
  max_talk_share: 'Calls of which the agent did at most this part of the talking, from 0 to 1.',
  min_silence: 'Calls whose longest silence lasted at least so many seconds.',
  max_silence: 'Calls whose longest silence lasted at most so many seconds.',
  min_interruptions: 'Calls with at least so many interruptions.',
  max_interruptions: 'Calls with at most so many interruptions.',
  min_response_time: 'Calls whose agent took at least so many seconds to answer, in the median.',
  max_response_time: 'Calls whose agent took at most so many seconds to answer, in the median.',
  min_tool_errors: 'Calls on which at least so many tool calls failed.',
  max_tool_errors: 'Calls on which at most so many tool calls failed.',
  has_notes: 'Whether the call has a note.',
  flagged: 'Whether a note flags the call.',
  rated: 'Whether anybody rated the call.',
  contested: 'Whether two people gave the call different ratings.',
  has_cost: 'Whether the cost of the call is known.',
  has_outcome: `Whether somebody was reached. Nobody reached: ${DEFINITIONS.nobody_reached.words}`,
  viewed_by: 'Calls that this person, or “anyone”, has viewed.',
  not_viewed_by: 'Calls that this person has not viewed; “anyone” finds those that nobody has.',
  rated_by: 'Calls that this person, or “anyone”, has rated.',
  not_rated_by: 'Calls that this person has not rated; “anyone” finds those that nobody has.',
  family: 'The call with this id, the calls it repeats and those that repeat it.',
  weekdays: 'Calls on these days of the week in the time zone: 1 is Monday, 7 Sunday.',
  hours: 'Calls that began in these hours of the day in the time zone, 0 to 23.',
  sample:
    'So many of the calls that match all other filters: the same for everybody, spread over use cases in proportion.',
  share:
    'One of several equal parts of the sample, or of all calls that match: 2/3 is the second of three.',
  'x.KEY':
    'Calls on which any of these was found out. The key is the path inside extraction, its names joined by dots (x.lane.origin); a dot or a comma inside a name is written %2E or %2C and so encoded twice. (none) finds calls without a value.',
  'not_x.KEY': 'Leaves out calls on which any of these was found out.',
  'min_x.KEY':
    'Calls with an extracted number of at least this much, however it was written down ($1,250.00, 45k lbs), or with a date from this one on.',
  'max_x.KEY':
    'Calls with an extracted number of at most this much, or with a date until this one.',
  'has_x.KEY': 'Whether anything was found out under this key.',
  sort: 'Newest or largest first (desc, unless given), or last (asc).',
  sort_by:
    'What the list is sorted by: when calls began, unless given; x. and a key for what was found out. Calls without it come last.',
  timezone: 'The IANA time zone that days and hours are counted in; UTC unless given.',
  limit: 'How many calls a page has; 50 unless given.',
  offset: 'How many calls are skipped before the page.',
  measures:
    'Whether how conversations went comes along: beside each call of a list, and as histograms of the facets.',
  fields:
    'The keys of extracted values to tell of, separated by commas, 30 at most: the path inside extraction, as in x.KEY.',
  interval: 'How long each bar lasts; a day unless given.',
  group_by: 'What the calls are grouped by; x. and a key for what was found out.',
  compare:
    'What the range is compared with: nothing (unless given), the period before, or the same one a year earlier.',
  successes:
    'Which outcomes count as a success: ;Booked:load booked,load covered;Callback:callback, or a list of outcomes.',
  field: 'The key of an extracted value, without x. before it: the path inside extraction.',
  against: 'The key that its numbers are told against, written the same way.',
  format: 'A CSV file (unless given), JSON lines, or a FOCUS file for cost tools.',
  metadata:
    'Instead of charges of costs the metadata file that goes beside them: columns, version, sums, what is left out.',
  bom: 'Whether a CSV starts with a byte order mark, which Excel needs.',
  columns:
    'Which columns a CSV of calls has, in their order; x. and a key for one of what was found out. All but those unless given.',
  dialect:
    'Who reads the CSV: a spreadsheet (unless given), where no text is taken for a formula, or a program.',
  after: 'The id of the call to go on from; the first call of the list unless given.',
  unrated_by:
    'Finds a call that this person has not rated; one that nobody has rated unless given.',
  session: 'One part of a recording that has several; the first unless given.',
  download:
    'Whether the recording is sent as a file to be kept, which takes the role of a manager.',
  return_to: 'The page to come back to after sign-in: a path of this site.',
  reviewer: 'The e-mail address whose ratings of today are counted.',
};
