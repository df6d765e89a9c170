import type { UseCase } from '@/lib/call/values/use-case-parts';

/** The codes of whole configurations, as the writer needs them: one for each call of each page. */
export type Configurations = {
  /** The code of what a call brought along, and its JSON when the index did not have it. */
  codeOf(useCase: UseCase): { code: number; fresh?: string };
};

type Variant = { useCase: UseCase; code: number };

/** So many configurations of a use case are compared as they are: more are looked up by their text. */
const RECENT = 8;

/** `known` are the codes by JSON, as the index has them. A code does not hang on what came before. */
export function createConfigurations(known: ReadonlyMap<string, number>): Configurations {
  const codes = new Map<string, number>();
  /** What the calls of each use case brought along of late: to write it as JSON again would take longer than all else. */
  const recent = new Map<string, Variant[]>();
  let last = 0;
  for (const [json, code] of known) {
    codes.set(canonical(keptUseCase(json)), code);
    last = Math.max(last, code);
  }

  return {
    codeOf(useCase) {
      const key = useCase.id ?? '';
      const variants = recent.get(key) ?? [];
      const same = variants.find((variant) => isSame(variant.useCase, useCase));
      if (same) return { code: same.code };
      const text = canonical(useCase);
      const found = codes.get(text);
      const code = found ?? ++last;
      codes.set(text, code);
      recent.set(key, [{ useCase, code }, ...variants].slice(0, RECENT));
      return found === undefined ? { code, fresh: JSON.stringify(useCase) } : { code };
    },
  };
}

/** The JSON of a value with the keys of each object in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Guarantee: configurations are written by the index alone, from calls that had passed their schema. */
function keptUseCase(json: string): UseCase {
  return JSON.parse(json) as UseCase;
}

/** Whether two values of JSON say the same, in whatever order their keys come. Asked for every call of every page. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  const others = Object.keys(b);
  if (keys.length !== others.length) return false;
  // Counted by hand, which takes half the time. Nearly always their keys come in the same order.
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    if (key !== others[index] && !Object.hasOwn(b, key)) return false;
    if (!isSame(a[key], b[key])) return false;
  }
  return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
