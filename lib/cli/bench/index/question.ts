/** What is asked at once and counts as one question; `target` is in milliseconds at p95. */
export type IndexQuestion = {
  name: string;
  target: number;
  /** Drawn anew for each time it is asked: the same question twice could be answered from memory. */
  paths: (round: number) => string[];
};
