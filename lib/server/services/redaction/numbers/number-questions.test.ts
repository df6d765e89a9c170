import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallsQuery } from '@/lib/call/query/filters';
import { searchTerms } from '@/lib/call/query/search';
import { OWNER, person } from '@/lib/server/auth/person.test-person';
import { asksForNumber, refuseNumberQuestion } from './number-questions';

/** Numbers in every spelling, and what merely looks like one. */
const spelled = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[0-9]{1,4}$/),
      fc.constantFrom('+', '00', '(', ')', '-', ' ', '.', '/', '\u202a', '３', '⁴', 'tel:'),
      fc.constantFrom('x', 'ext. ', ';ext=', '#', '\n', 'é', '٣'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('a viewer', () => {
  it.each<CallsQuery & { group_by?: string }>([
    { 'has_x.5550': true },
    { group_by: 'x.5550' },
    { search: '+13125550142' },
    { search: '312' },
    { search: '5' },
    { search: '+' },
    { search: '٣' },
    { search: 'call me at 312' },
    { search: 'phone 3 1 2' },
    { search: 'three one two' },
    { search: 'three one' },
    { search: 'hree one tw' },
    { search: 'e tw' },
    { search: '三一' },
    { said: '42' },
    { said: 'agent:"call 4"' },
    { said: 'hello three' },
    { said: '"one two"' },
    { said: '"um three five"' },
    { said: 'load ٣' },
    { said: '三' },
    { said: '十' },
    { said: 'पांच पांच सात तीन' },
    { said: 'शून्य तीन पांच' },
    { said: 'अड़तीस' },
    { said: '"जी पांच सात"' },
    { said: 'いちにさんよん' },
    { said: 'ばんごうはいちにさんです' },
    { said: 'ゼロ いち に' },
    { said: '"ゼロ いち に"' },
    { said: 'fünf' },
    { said: 'funf' },
    { said: 'fünfundzwanzig' },
    { said: 'dreißig' },
    { said: 'pięć' },
    { said: 'пять' },
    { said: '"да четырёх пять"' },
    { said: 'خمسة' },
    { said: 'أربعون' },
    { said: 'caller:"والخمسة أربعون"' },
    { said: '공일공 일이삼사' },
    { said: '"전화 공 일"' },
    { said: '"번호는 공일공이에요"' },
    { said: '오' },
    { said: '다섯' },
    { said: '다섯이에요' },
    { said: 'caller:"둘 여덟이요 네"' },
    { search: '３' },
    { tags: ['+13125550142'] },
    { not_agents: ['••• ••• ••42'] },
    { transfer_contact_email: '13125550142@sms.example' },
  ])('is not told by %j what a number is', (query) => {
    expect(() => refuseNumberQuestion(person('viewer'), query)).toThrow(
      expect.objectContaining({ code: 'not_allowed' }),
    );
    expect(() => refuseNumberQuestion(person('reviewer'), query)).not.toThrow();
    expect(() => refuseNumberQuestion(OWNER, query)).not.toThrow();
  });

  it('can ask nothing that is read as a number', () => {
    let read = 0;
    fc.assert(
      fc.property(spelled, (search) => {
        if (searchTerms(search).number === null) return;
        read += 1;
        expect(asksForNumber({ search })).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it.each<CallsQuery & { group_by?: string }>([
    {},
    { group_by: 'x.lane' },
    { group_by: 'use_case' },
    { search: 'Dallas' },
    { search: 'lane 12' },
    { search: 'one mile' },
    { search: 'on' },
    { search: 'no trucks' },
    { said: 'double brokered' },
    { said: 'caller:"one moment"' },
    { said: 'double' },
    { said: 'कीमत "एक मिनट" को' },
    { said: 'すみません とらっく ください' },
    { said: 'トラック 双重经纪 트럭' },
    { said: '네 안녕하세요 "잠시만 기다려 주세요"' },
    { said: 'شاحنة "لحظة واحدة" груз' },
    { use_cases: ['65a1b2c3d4e5f60718293a4b'], models: ['gpt-4o'] },
    {
      from: '2026-11-22T10:30:00.000Z',
      to: '2026-11-22T10:30:00.000Z',
      family: '65a1b2c3d4e5f60718293a4b',
    },
    { hours: [1, 2, 3, 4, 5, 6, 7, 8], min_cost: 12345678 },
  ])('may ask %j', (query) => {
    expect(() => refuseNumberQuestion(person('viewer'), query)).not.toThrow();
  });
});
