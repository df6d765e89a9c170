import { expect, it } from 'vitest';
import { createThrottle } from './throttle';

const WINDOW = 300_000;

function started(most = 5) {
  const clock = { at: 1_000_000 };
  const { wait, count, succeeded } = createThrottle(most, WINDOW, () => clock.at);
  const attempt = (key: string) => {
    const seconds = wait(key);
    if (seconds === 0) count(key);
    return seconds;
  };
  return { clock, throttle: { attempt, succeeded } };
}

it('lets so many through and tells the wait for the next', () => {
  const { clock, throttle } = started();
  for (let times = 0; times < 5; times++) {
    expect(throttle.attempt('ana')).toBe(0);
    clock.at += 10_000;
  }
  expect(throttle.attempt('ana')).toBe(250);
  expect(throttle.attempt('tom')).toBe(0);
});

it('lets the next through when the first is out of the window, however often it was asked meanwhile', () => {
  const { clock, throttle } = started();
  for (let times = 0; times < 5; times++) throttle.attempt('ana');
  for (let second = 0; second < 299; second++) {
    clock.at += 1000;
    expect(throttle.attempt('ana')).toBe(299 - second);
  }
  clock.at += 1000;
  expect(throttle.attempt('ana')).toBe(0);
});

it('does not count what succeeded, and still counts what failed before', () => {
  const { throttle } = started(2);
  expect(throttle.attempt('ana')).toBe(0);
  for (let times = 0; times < 10; times++) {
    expect(throttle.attempt('ana')).toBe(0);
    throttle.succeeded('ana');
  }
  expect(throttle.attempt('ana')).toBe(0);
  expect(throttle.attempt('ana')).toBeGreaterThan(0);
});
