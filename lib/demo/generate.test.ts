import { describe, expect, test } from 'vitest';
import { type Call, callSchema } from '@/lib/call/call';
import { RATINGS, STATUSES } from '@/lib/call/query/filters';
import { DESKS } from './calls/desks/all';
import { DEMO_CALL_COUNT, generateCalls } from './generate';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-18T17:42:11Z');
const options = { seed: 'test', now: NOW, count: DEMO_CALL_COUNT };
const calls = generateCalls(options);
const cutoff = Date.parse('2026-11-18T17:00:00Z');

describe('the generated calls', () => {
  test('are 12,993, newest first, each id once', () => {
    expect(calls).toHaveLength(12_993);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(12_993);
    const created = calls.map((call) => call.created);
    expect(created).toEqual(created.toSorted().toReversed());
  });

  test('are the same bytes for the same seed and hour, others for another seed', () => {
    const few = { ...options, count: 3000 };
    const text = JSON.stringify(generateCalls(few));
    expect(JSON.stringify(generateCalls({ ...few, now: cutoff })) === text).toBe(true);
    expect(JSON.stringify(generateCalls({ ...few, seed: 'other' })) === text).toBe(false);
  });

  test('are the same tomorrow, but for what reviewers wrote and what was still going on', () => {
    const settled = (call: Call) => ({ ...call, notes: [], ratings: [], viewed_by: [] });
    const tomorrow = new Map(
      generateCalls({ ...options, now: NOW + DAY }).map((call) => [call.id, settled(call)]),
    );
    const early = calls.filter(
      (call) =>
        Date.parse(call.created) > cutoff - 100 * DAY && Date.parse(call.created) < cutoff - DAY,
    );
    expect(early.length).toBeGreaterThan(9000);
    expect(early.map(({ id }) => tomorrow.get(id))).toEqual(early.map(settled));
  });

  test.each([
    '2026-11-22T22:10:00Z',
    '2026-11-23T00:00:00Z',
    '2027-01-04T06:59:59Z',
    '2026-07-04T12:00:00Z',
    '2028-02-29T23:59:59Z',
  ])('reach from the hour of %s back over 116 to 120 days', (instant) => {
    const now = Date.parse(instant);
    const found = generateCalls({ ...options, now });
    const times = found.map((call) => Date.parse(call.created));
    expect(found).toHaveLength(12_993);
    expect(Math.max(...times)).toBeLessThanOrEqual(now - (now % 3_600_000));
    const days = (now - Math.min(...times)) / DAY;
    expect(days).toBeGreaterThan(116);
    expect(days).toBeLessThan(120);
  });

  test('satisfy the schema of a call', () => {
    expect(calls.filter((call) => !callSchema.safeParse(call).success)).toEqual([]);
  });

  test('hold nothing from the future but appointments', () => {
    for (const call of calls) {
      const written = [
        call.created,
        ...(call.notes ?? []).map((note) => note.created_at ?? ''),
        ...(call.ratings ?? []).map((rating) => rating.created ?? ''),
      ];
      for (const instant of written) expect(Date.parse(instant)).toBeLessThanOrEqual(cutoff);
    }
  });

  test('have every documented status; unfinished ones are recent and bare', () => {
    const found = new Set(calls.map(({ status }) => status));
    for (const status of STATUSES) expect(found).toContain(status);
    const unfinished = calls.filter(({ status }) =>
      ['Scheduled', 'Queued', 'Initiated', 'Ringing', 'In progress'].includes(status),
    );
    for (const call of unfinished) {
      expect(Date.parse(call.created)).toBeGreaterThan(cutoff - 3_600_000);
      expect(call).not.toHaveProperty('duration');
      expect(call).not.toHaveProperty('costs');
    }
    const scheduled = unfinished.filter(({ status }) => status === 'Scheduled');
    expect(scheduled.length).toBeGreaterThan(0);
    for (const call of scheduled) {
      expect(Date.parse(call.scheduled_for ?? '')).toBeGreaterThan(cutoff);
    }
  });

  test('use every desk, language, rating and provider, and names of use cases that are not unique', () => {
    const used = new Map(calls.map(({ use_case }) => [use_case?.id, use_case?.name]));
    for (const desk of DESKS) expect(used.has(desk.useCases[0]?.[0].id)).toBe(true);
    const names = [...used.values()].filter((name) => name === 'Inbound Carrier Sales');
    expect(names).toHaveLength(2);
    const languages = new Set(calls.map(({ language }) => language));
    for (const language of [
      'en-US',
      'en-GB',
      'es-MX',
      'es-ES',
      'pt-PT',
      'de-DE',
      'fr-FR',
      'pl-PL',
      'ro-RO',
      'it-IT',
    ]) {
      expect(languages).toContain(language);
    }
    const emoji = new Set(
      calls.flatMap(({ ratings }) => ratings?.map((rating) => rating.emoji) ?? []),
    );
    expect(emoji).toEqual(new Set(RATINGS));
    const providers = new Set(calls.map(({ provider }) => provider));
    for (const provider of ['Twilio', 'Web', 'Chat']) expect(providers).toContain(provider);
  });

  test('follow the office: weekdays are busier than weekends, working hours than nights', () => {
    const central = new Intl.DateTimeFormat('en-US', {
      timeZone: 'America/Chicago',
      weekday: 'short',
      hour: 'numeric',
      hourCycle: 'h23',
    });
    const perDay: Record<string, number> = {};
    const perHour: Record<string, number> = {};
    for (const call of calls) {
      const parts = central.formatToParts(Date.parse(call.created));
      const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
      perDay[value('weekday')] = (perDay[value('weekday')] ?? 0) + 1;
      perHour[value('hour')] = (perHour[value('hour')] ?? 0) + 1;
    }
    expect(perDay.Tue).toBeGreaterThan((perDay.Sun ?? 0) * 3);
    expect(perHour['10']).toBeGreaterThan((perHour['03'] ?? 0) * 10);
  });

  test('repeat earlier calls to the same number', () => {
    const byId = new Map(calls.map((call) => [call.id, call]));
    const repeats = calls.filter(({ parent_call_id }) => byId.has(parent_call_id ?? ''));
    expect(repeats.length).toBeGreaterThan(500);
    for (const repeat of repeats) {
      const parent = byId.get(repeat.parent_call_id ?? '');
      expect(repeat.metadata?.to).toBe(parent?.metadata?.to);
      expect(Date.parse(repeat.created)).toBeGreaterThan(Date.parse(parent?.created ?? ''));
    }
  });

  test('name the person whenever a call was transferred, and only then', () => {
    for (const call of calls) {
      expect(!!call.transfer_contact_email).toBe(call.status === 'Transferred');
    }
  });

  test('carry the whole use case with its secrets', () => {
    const [sample] = calls.filter(({ use_case }) => use_case?.hooks);
    expect(JSON.stringify(sample?.use_case)).toContain('demo-hook-secret');
    const weight = JSON.stringify(calls).length / calls.length;
    expect(weight).toBeGreaterThan(2500);
    expect(weight).toBeLessThan(6000);
  });
});

describe('costs', () => {
  const costs = calls.map((call) => call.costs).filter((cost) => cost != null);
  const parts = (cost: (typeof costs)[number]) =>
    [cost.voip, cost.transcriber, cost.llm, cost.tts].reduce(
      (sum, part) => sum + (part?.total_cost ?? 0),
      0,
    );
  const other = (cost: (typeof costs)[number]) => (cost.total_costs ?? 0) - parts(cost);

  test('are missing on some calls that ended', () => {
    const ended = calls.filter(({ status, costs: cost }) => status === 'Completed' && !cost);
    expect(ended.length).toBeGreaterThan(50);
  });

  test('add up on most calls; on some the total is larger than its parts', () => {
    const larger = costs.filter((cost) => other(cost) > 0.001);
    expect(larger.length).toBeGreaterThan(500);
    expect(larger.length).toBeLessThan(costs.length / 2);
  });

  test('leave the line of an own carrier unbilled, as zero or as nothing', () => {
    const external = costs.flatMap(({ voip }) => (voip?.external ? [voip.total_cost] : []));
    expect(new Set(external)).toEqual(new Set([0, undefined]));
  });

  test('have no line for chats', () => {
    const chats = calls.filter(({ provider, costs: cost }) => provider === 'Chat' && cost);
    expect(chats.length).toBeGreaterThan(100);
    for (const chat of chats) expect(chat.costs?.voip).toBeNull();
  });

  test('grow with the length of the call', () => {
    const average = (some: Call[]) =>
      some.reduce((sum, call) => sum + (call.costs?.total_costs ?? 0), 0) / some.length;
    const billed = calls.filter((call) => call.costs && call.provider === 'Twilio');
    const long = billed.filter((call) => (call.duration ?? 0) > 240);
    const short = billed.filter((call) => (call.duration ?? 0) < 60);
    expect(average(long)).toBeGreaterThan(average(short) * 3);
  });
});

describe('odd calls', () => {
  const text = JSON.stringify(calls);

  test.each([
    ['markup', '<script>alert('],
    ['Arabic', 'السائق'],
    ['Hebrew', 'הנהג'],
    ['joined emoji', '👨‍👩‍👧‍👦'],
    ['a very long name', 'Successors and Assigns'],
    ['a formula', '"=SUM(A1)"'],
    ['a comma inside a tag', '"fragile, handle with care"'],
    ['a status nobody documented', '"Voicemail left"'],
    ['fields nobody documented', '"sentiment":{'],
    ['a list of extraction values', '{"four":4}'],
    ['a text that turns its direction', '\u202E'],
  ])('include %s', (_, sample) => {
    expect(text.includes(sample)).toBe(true);
  });

  test('include calls with the required fields alone, and with null everywhere else', () => {
    expect(calls.some((call) => Object.keys(call).length === 4)).toBe(true);
    expect(calls.some((call) => call.metadata === null && call.use_case === null)).toBe(true);
  });
});
