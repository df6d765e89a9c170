import type { UseCase } from './facts';

/** The codes of whole configurations, as the writer needs them: one for each call of each page. */
export type Configurations = {
  /** The code of what a call brought along, and its JSON when the index did not have it. */
  codeOf(useCase: UseCase): { code: number; fresh?: string };
};

/** `known` are the codes by JSON; new ones are added. */
export function createConfigurations(known: Map<string, number>): Configurations {
  /** What the calls of each use case brought along last: to write it as JSON again would take longer than all else. */
  const latest = new Map<string, { useCase: UseCase; code: number }>();

  return {
    codeOf(useCase) {
      const key = useCase.id ?? '';
      const before = latest.get(key);
      if (before && isSame(before.useCase, useCase)) return { code: before.code };
      const json = JSON.stringify(useCase);
      const found = known.get(json);
      const code = found ?? known.size + 1;
      known.set(json, code);
      latest.set(key, { useCase, code });
      return found === undefined ? { code, fresh: json } : { code };
    },
  };
}

/** Whether two values of JSON say the same, in whatever order their keys come. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
