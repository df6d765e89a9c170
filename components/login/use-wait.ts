'use client';

import { useEffect, useState } from 'react';

const SECOND_MS = 1000;

/** Counts seconds down to nothing. */
export function useWait(): { seconds: number; start: (seconds: number) => void } {
  const [seconds, setSeconds] = useState(0);
  const isWaiting = seconds > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), SECOND_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return { seconds, start: setSeconds };
}
