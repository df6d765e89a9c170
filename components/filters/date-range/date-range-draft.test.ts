import { describe, expect, it } from 'vitest';
import { type DateRange, draftOf, rangeOfDraft, withPickedDay } from './date-range-draft';

const ZONE = 'America/Chicago';
/** Sunday, 10:00 in Chicago. */
const NOW = Date.parse('2026-11-22T16:00:00Z');
const ALL_TIME: DateRange = { from: null, to: null };

const from = (date: string, time = '00:00') => ({ date, time });
const to = (date: string, time = '23:59') => ({ date, time });

describe('draftOf', () => {
  it('is empty for all time, with the times of whole days ready', () => {
    expect(draftOf(ALL_TIME, ZONE, NOW)).toEqual({ from: from(''), to: to(''), anchor: null });
  });

  it('shows an absolute range by the clocks of the zone, open ends empty', () => {
    const range: DateRange = { from: '2026-11-01T13:00:00Z', to: '2026-11-08T05:59:59.999Z' };
    expect(draftOf(range, ZONE, NOW)).toEqual({
      from: from('2026-11-01', '07:00'),
      to: to('2026-11-07'),
      anchor: null,
    });
    expect(draftOf({ ...range, to: null }, ZONE, NOW).to).toEqual(to(''));
  });

  it.each([
    ['-7d', '2026-11-15', '2026-11-22'],
    ['today', '2026-11-22', '2026-11-22'],
    ['yesterday', '2026-11-21', '2026-11-21'],
    ['last-month', '2026-10-01', '2026-10-31'],
  ] as const)('shows %s as whole days', (range, first, last) => {
    expect(draftOf({ from: range, to: null }, ZONE, NOW)).toEqual({
      from: from(first),
      to: to(last),
      anchor: null,
    });
  });

  it('leaves out an end that contradicts the start, as the query does', () => {
    const range: DateRange = { from: '2026-11-10T06:00:00Z', to: '2026-11-01T06:00:00Z' };
    expect(draftOf(range, ZONE, NOW).to).toEqual(to(''));
  });
});

describe('withPickedDay', () => {
  const empty = draftOf(ALL_TIME, ZONE, NOW);

  it('makes one day of the first click and a range of the second, in either direction', () => {
    const one = withPickedDay(empty, '2026-11-05');
    expect(one).toMatchObject({ from: from('2026-11-05'), to: to('2026-11-05') });
    const range = { from: from('2026-11-05'), to: to('2026-11-09'), anchor: null };
    expect(withPickedDay(one, '2026-11-09')).toEqual(range);
    expect(withPickedDay(withPickedDay(empty, '2026-11-09'), '2026-11-05')).toEqual(range);
  });

  it('starts anew with the third click and keeps the times', () => {
    const full = withPickedDay(withPickedDay(empty, '2026-11-05'), '2026-11-09');
    const timed = { ...full, from: from('2026-11-05', '08:00') };
    expect(withPickedDay(timed, '2026-11-07')).toEqual({
      from: from('2026-11-07', '08:00'),
      to: to('2026-11-07'),
      anchor: '2026-11-07',
    });
  });
});

describe('rangeOfDraft', () => {
  const draft = (start: { date: string; time: string }, end: { date: string; time: string }) => ({
    from: start,
    to: end,
    anchor: null,
  });

  it('writes instants in UTC, the end to the last millisecond of its minute', () => {
    expect(rangeOfDraft(draft(from('2026-11-01'), to('2026-11-07')), ZONE, ALL_TIME)).toEqual({
      range: { from: '2026-11-01T05:00:00.000Z', to: '2026-11-08T05:59:59.999Z' },
    });
  });

  it('leaves either end open', () => {
    expect(rangeOfDraft(draft(from('2026-11-02'), to('')), ZONE, ALL_TIME)).toEqual({
      range: { from: '2026-11-02T06:00:00.000Z', to: null },
    });
    expect(rangeOfDraft(draft(from(''), to('2026-11-02', '12:30')), ZONE, ALL_TIME)).toEqual({
      range: { from: null, to: '2026-11-02T18:30:59.999Z' },
    });
  });

  it('takes the whole day where a time was cleared', () => {
    const cleared = draft(from('2026-11-02', ''), to('2026-11-02', ''));
    expect(rangeOfDraft(cleared, ZONE, ALL_TIME)).toEqual({
      range: { from: '2026-11-02T06:00:00.000Z', to: '2026-11-03T05:59:59.999Z' },
    });
  });

  it('means nothing, and complains of nothing, while both dates are empty', () => {
    expect(rangeOfDraft(draft(from(''), to('')), ZONE, ALL_TIME)).toEqual({ problem: null });
  });

  it('refuses an end before the start and dates that do not exist', () => {
    const backwards = draft(from('2026-11-02', '12:00'), to('2026-11-02', '11:59'));
    expect(rangeOfDraft(backwards, ZONE, ALL_TIME)).toEqual({
      problem: 'The range ends before it starts.',
    });
    const impossible = draft(from('2026-02-30'), to(''));
    expect(rangeOfDraft(impossible, ZONE, ALL_TIME)).toEqual({
      problem: 'One of the dates or times does not exist.',
    });
  });

  it('keeps an end that nobody touched to the millisecond, beyond what the fields can show', () => {
    // 01:30 in its second round, after the clocks went back; an end on the full minute.
    const initial: DateRange = { from: '2026-11-01T07:30:00.250Z', to: '2026-11-05T12:00:00Z' };
    const untouched = draftOf(initial, ZONE, NOW);
    expect(rangeOfDraft(untouched, ZONE, initial)).toEqual({ range: initial });
    const moved = { ...untouched, to: to('2026-11-06') };
    expect(rangeOfDraft(moved, ZONE, initial)).toEqual({
      range: { from: initial.from, to: '2026-11-07T05:59:59.999Z' },
    });
  });
});
