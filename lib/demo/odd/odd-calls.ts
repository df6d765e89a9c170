import type { Call } from '@/lib/call/call';
import { composeCall } from '@/lib/demo/calls/compose';
import { inboundSales } from '@/lib/demo/calls/desks/carrier-sales';
import type { Draft } from '@/lib/demo/calls/draft';
import type { Random } from '@/lib/demo/calls/random';

/** Odd calls come every ninth day, so the last 116 days hold each kind at least once. */
const EVERY_DAYS = 9;

type Twist = (call: Call) => Call;

const note = (call: Call, content: string, more: Record<string, unknown> = {}) => ({
  id: `${call.id.slice(0, 20)}0dd0`,
  user_id: 'maya.lindqvist@northlinefreight.example',
  content,
  flagged: false,
  created_at: call.created,
  ...more,
});

const withTags = (call: Call, ...tags: string[]) => ({ ...call.metadata, tags });

const named = (call: Call, carrier_name: string) => ({ ...call.extraction, carrier_name });

/** Valid calls as no tidy mind would write them; each finds out whether somebody trusts text or shape. */
const TWISTS: readonly Twist[] = [
  (call) => ({
    ...call,
    notes: [note(call, '<script>alert("note")</script><b>bold</b> & <img src=x onerror=alert(1)>')],
    extraction: named(call, '<img src=x onerror="alert(\'carrier\')"> Trucking & Sons <i>LLC</i>'),
    metadata: withTags(call, '<b>urgent</b>', '"><svg onload=alert(1)>'),
    classification: {
      tag: '<u>Booked</u>',
      reasoning: '</td></table><h1>Booked</h1> &lt;kept&gt;',
    },
  }),
  (call) => ({
    ...call,
    notes: [note(call, 'السائق وصل إلى المستودع Laredo, TX عند الساعة 14:30 وينتظر التفريغ.')],
    extraction: named(call, 'شركة النقل السريع (MC 884213)'),
    metadata: withTags(call, 'متابعة'),
    agent: { id: '66a1f1009c4d3e001f5a7a21', name: 'ليلى' },
  }),
  (call) => ({
    ...call,
    notes: [note(call, 'הנהג ביקש 2,400$ עבור Chicago → Dallas, והוצע לו 2,250$.')],
    extraction: named(call, 'הובלות הצפון בע"מ'),
    classification: {
      tag: 'הוזמן',
      reasoning: 'שיחה בעברית עם מספרים 123-456 ו-English mixed in.',
    },
  }),
  (call) => ({
    ...call,
    notes: [
      note(call, '🚛💨 great call 👩🏽‍💼🤝👨🏻‍🔧 family: 👨‍👩‍👧‍👦 flag: 🇲🇽', { flagged: true }),
    ],
    extraction: named(call, '🌵 Desert Rose Freight 🌵'),
    metadata: withTags(call, '🔥 hot lane', '❄️ reefer'),
    ratings: [
      { emoji: '🚨', email: 'tom.abernathy@northlinefreight.example', created: call.created },
      { emoji: '✅', email: 'yuki.tanabe@northlinefreight.example', created: call.created },
    ],
  }),
  (call) => ({
    ...call,
    extraction: named(
      call,
      'The Honorable Brotherhood of Long-Distance, Short-Haul, Intermodal and Occasionally Refrigerated Carriers of the Greater Upper Midwest, Successors and Assigns, doing business as Honorable Freight Holdings Incorporated',
    ),
    agent: {
      id: '66a1f1009c4d3e001f5a7a22',
      name: 'Maximiliana-Wilhelmina Featherstonehaugh-Cholmondeley the Third',
    },
    metadata: withTags(
      call,
      'a-tag-that-nobody-should-have-written-because-it-does-not-end-and-cannot-be-wrapped-anywhere',
    ),
    notes: [
      note(
        call,
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(
          12,
        ),
      ),
    ],
  }),
  (call) => ({
    ...call,
    metadata: withTags(call, '=SUM(A1)', 'fragile, handle with care', 'say "when"'),
    notes: [
      note(
        call,
        '=HYPERLINK("https://evil.example","pay here"), +1, -1, @import\n=1+1\r\n"quoted"',
      ),
    ],
    extraction: {
      ...named(call, '@Sum & "Sons", LLC'),
      mc_number: '=1+1',
      agreed_rate: '-2250',
      memo: '\t+cmd',
    },
  }),
  (call) => ({ ...call, status: 'Voicemail left' }),
  (call) => ({
    ...call,
    sentiment: { score: 0.82, label: 'positive' },
    recording_urls: ['https://recordings.example/1.mp3'],
    costs: { ...call.costs, guardrails: { total_cost: 0.0042 } },
    experimental: { nested: [{ deep: { deeper: [1, null, 'three', false] } }] },
  }),
  ({ id, type, created }) => ({ id, type, created, status: 'Completed' }),
  (call) => ({
    ...call,
    organization_id: null,
    provider: null,
    metadata: null,
    use_case: null,
    prompt_id: null,
    agent: null,
    language: null,
    params: null,
    extraction: null,
    classification: null,
    duration: null,
    viewed_by: null,
    notes: null,
    samples: null,
    ratings: null,
    campaign_id: null,
    costs: null,
  }),
  (call) => ({
    ...call,
    extraction: {
      '': 'an empty name',
      __proto__x: 'close to a trap',
      constructor: 'not a function',
      'key with spaces, commas & <tags>': true,
      list: [1, 'two', [3, { four: 4 }], null],
      huge_number: 9007199254740991,
      tiny_number: 1e-7,
      zero: 0,
      blank: '',
      lines: 'first line\nsecond line\r\nthird\ttabbed',
    },
    metadata: {
      ...call.metadata,
      from: 'anonymous',
      to: 'sip:dispatch@northlinefreight.example',
      custom: { 'clientId"': '<1>' },
    },
  }),
  (call) => ({
    ...call,
    duration: 0,
    agent: { id: '66a1f1009c4d3e001f5a7a23', name: '\u202Eetak\u202C \u0000\u200Bx' },
    metadata: withTags(call, '100%', '50%25 off', 'a+b&c=d?#/\\', ' leading space'),
    costs: {
      ...call.costs,
      total_costs: 0,
      voip: {},
      llm: { total_cost: null },
      'per-minute': null,
    },
  }),
];

/** The odd call that begins at `created` on this day, if it is the turn of one. */
export function oddCallOfDay(random: Random, day: number, created: number): Draft | undefined {
  if (day % EVERY_DAYS !== 0) return undefined;
  const draft = composeCall(random, inboundSales, created);
  const twist = TWISTS[(day / EVERY_DAYS) % TWISTS.length];
  return twist && { ...draft, call: twist(draft.call) };
}
