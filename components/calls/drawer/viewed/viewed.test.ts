import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createViewTimer } from './view-timer';
import { createViewings } from './viewings';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a viewTimer', () => {
  const dwelt = () => {
    const told = vi.fn();
    return { told, ...createViewTimer(2000, told) };
  };

  it('is told after its time, and once', () => {
    const { told, show } = dwelt();
    show(true);
    vi.advanceTimersByTime(1999);
    expect(told).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    show(false);
    show(true);
    vi.advanceTimersByTime(9000);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('is not told of what was left before', () => {
    const { told, show, stop } = dwelt();
    show(true);
    vi.advanceTimersByTime(1500);
    stop();
    vi.advanceTimersByTime(9000);
    expect(told).not.toHaveBeenCalled();
  });

  it('does not count what nobody could see', () => {
    const { told, show } = dwelt();
    show(false);
    vi.advanceTimersByTime(9000);
    show(true);
    vi.advanceTimersByTime(1500);
    show(false);
    vi.advanceTimersByTime(9000);
    show(true);
    show(true);
    vi.advanceTimersByTime(499);
    expect(told).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe('viewings', () => {
  it('are told once for each person and call', async () => {
    const send = vi.fn(async () => undefined);
    const { tell } = createViewings(send);
    await Promise.all([tell('a', 'me'), tell('a', 'me')]);
    await tell('a', 'me');
    await tell('a', 'you');
    await tell('b', 'me');
    expect(send.mock.calls).toEqual([
      ['a', 'me'],
      ['a', 'you'],
      ['b', 'me'],
    ]);
  });

  it('that failed are told once more when the call is looked at again, and no more', async () => {
    const send = vi.fn(async () => Promise.reject(new Error('no')));
    const { tell } = createViewings(send);
    for (const _ of [1, 2, 3]) await tell('a', 'me');
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('that failed once and were told then are told', async () => {
    const send = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('no') as never);
    const { tell } = createViewings(send);
    for (const _ of [1, 2, 3]) await tell('a', 'me');
    expect(send).toHaveBeenCalledTimes(2);
  });
});
