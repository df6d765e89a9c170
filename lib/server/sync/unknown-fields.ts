import { type Call, callSchema } from '@/lib/call/call';
import { beginning } from '@/lib/call/values/shorten';

const KNOWN = new Set(Object.keys(callSchema.shape));
const MOST = 100;
const LONGEST_NAME = 64;

/** The fields of calls that the documentation does not name; each is told once. */
export interface UnknownFields {
  look(calls: readonly Call[]): void;
  names(): string[];
}

/** Names come from outside: cut, and with nothing in them that a terminal or a page would not show as it is. */
function shownName(field: string): string {
  return beginning(field, LONGEST_NAME).replace(
    /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|[\p{Cf}]/gu,
    (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return `\\u{${code.toString(16)}}`;
    },
  );
}

export function createUnknownFields(
  known: readonly string[],
  tell: (name: string) => void,
): UnknownFields {
  const names = new Set(known);
  const meet = (field: string) => {
    const name = shownName(field);
    if (names.has(name) || names.size >= MOST) return;
    names.add(name);
    tell(name);
  };
  return {
    look(calls) {
      for (const call of calls) {
        for (const field in call) if (!KNOWN.has(field)) meet(field);
      }
    },
    names: () => [...names].sort(),
  };
}
