/** A value and how much of the conversation it rests on; null where that is too little, never a number instead. */
export type Measured = { value: number | null; measured: number; of: number };

/** Whether so many of them speak for all: at least half. */
export function isEnough(measured: number, of: number): boolean {
  return measured * 2 >= of;
}
