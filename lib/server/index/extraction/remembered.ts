import type { Reader } from '@/lib/server/index/engine/driver';
import { type Declared, readDeclared } from './declared';
import { type KeyScale, readKeyScale } from './scale';

/** What is asked of keys with every question and stays the same until something is written. */
export type RememberedKeys = {
  declared(reader: Reader): Promise<Declared>;
  /** How the numbers of a key are cut, by its code. */
  scale(reader: Reader, code: number): Promise<KeyScale | null>;
  forget(): void;
};

export function rememberedKeys(): RememberedKeys {
  let declared: Declared | undefined;
  let scales = new Map<number, KeyScale | null>();
  let age = 0;
  /** What was read before something was written is not remembered. */
  const remember = async <T>(read: Promise<T>, keep: (value: T) => void): Promise<T> => {
    const before = age;
    const value = await read;
    if (before === age) keep(value);
    return value;
  };
  return {
    declared: async (reader) =>
      declared ??
      remember(readDeclared(reader), (value) => {
        declared = value;
      }),
    scale: async (reader, code) => {
      const known = scales.get(code);
      if (known !== undefined) return known;
      return remember(readKeyScale(reader, code), (value) => scales.set(code, value));
    },
    forget() {
      age += 1;
      declared = undefined;
      scales = new Map();
    },
  };
}
