import * as z from 'zod';
import { NO_VALUE } from '@/lib/call/values/terms';
import type { UseCase } from '@/lib/call/values/use-case-parts';
import type { Reader, Session } from '@/lib/server/index/engine/driver';
import { sql } from '@/lib/server/index/engine/sql';
import { TABLES } from '@/lib/server/index/tables';
import { createConfigurations } from './configurations';
import type { Facts, Word } from './facts';

export type DimensionKind = keyof Facts['words'];
export type ListKind = keyof Facts['lists'];

type Known = { code: number; label: string | null; labelledAt: number };

/** The codes of all words and their combinations, in memory for the writer: it asks for thousands with each page. */
export type Dimensions = {
  /** Codes for what a call says; new ones are kept aside until {@link Dimensions.flush}. */
  word(kind: DimensionKind, word: Word | null, at: number): number;
  /** `since` is what words that are new get as their label. */
  list(kind: ListKind, values: readonly string[], since?: string): number;
  configuration(useCase: UseCase): number;
  /** The code of a key of extractions; null beyond so many, of which nothing is kept. */
  extracted(key: string): number | null;
  /** Writes what is new. When the transaction fails, the whole of these words is of no use any more. */
  flush(session: Session): Promise<void>;
};

const wordRow = z.object({
  kind: z.string(),
  code: z.number(),
  value: z.string(),
  label: z.nullable(z.string()),
});
const setRow = z.object({ kind: z.string(), code: z.number(), key: z.string() });
const configurationRow = z.object({ code: z.number(), json: z.string() });

/** Reads all words of an index; an empty one gets the word and the combination for "none" of each kind. */
export async function loadDimensions(reader: Reader): Promise<Dimensions> {
  const words = new Map<string, Known>();
  const sets = new Map<string, number>();
  const configurations = new Map<string, number>();
  const last = new Map<string, number>();
  for (const { kind, code, value, label } of await reader.query(
    sql`SELECT kind, code, value, label FROM dimension`,
    wordRow,
  )) {
    if (hasNone(kind) || code !== 0) words.set(`${kind} ${value}`, { code, label, labelledAt: 0 });
    last.set(kind, Math.max(code, last.get(kind) ?? 0));
  }
  for (const { kind, code, key } of await reader.query(
    sql`SELECT kind, code, key FROM word_set`,
    setRow,
  )) {
    sets.set(`${kind} ${key}`, code);
    last.set(`set of ${kind}`, Math.max(code, last.get(`set of ${kind}`) ?? 0));
  }
  for (const { code, json } of await reader.query(
    sql`SELECT code, json FROM configuration`,
    configurationRow,
  )) {
    configurations.set(json, code);
  }
  return createDimensions({ words, sets, configurations, last });
}

type Memory = {
  words: Map<string, Known>;
  sets: Map<string, number>;
  configurations: Map<string, number>;
  /** The highest code of each kind. */
  last: Map<string, number>;
};

/** Whether a call can have no word of a kind. A key of extractions is on it or not, and can be called what stands for none. */
function hasNone(kind: string): boolean {
  return kind !== 'extracted';
}

type Row = (string | number | null)[];

const MOST_ODD_FIELDS = 300;
const OTHER_FIELDS = '(others)';
const MOST_EXTRACTED_KEYS = 5000;

function createDimensions({ words, sets, configurations, last }: Memory): Dimensions {
  const fresh = {
    dimension: [] as Row[],
    word_set: [] as Row[],
    set_member: [] as Row[],
    configuration: [] as Row[],
  };
  const whole = createConfigurations(configurations);
  const renamed = new Map<string, { kind: string; code: number; label: string }>();

  const next = (kind: string) => {
    const code = (last.get(kind) ?? 0) + 1;
    last.set(kind, code);
    return code;
  };

  const codeOf = (kind: string, { value, label }: Word, at: number): number => {
    const key = `${kind} ${value}`;
    const known = words.get(key);
    if (!known) {
      if (!last.has(kind)) {
        last.set(kind, 0);
        if (hasNone(kind)) fresh.dimension.push([kind, 0, NO_VALUE, null]);
      }
      const code = next(kind);
      words.set(key, { code, label, labelledAt: at });
      fresh.dimension.push([kind, code, value, label]);
      return code;
    }
    // The name on the newest call is the name that a use case or an agent has now.
    if (label !== null && at >= known.labelledAt) {
      if (label !== known.label) renamed.set(key, { kind, code: known.code, label });
      known.label = label;
      known.labelledAt = at;
    }
    return known.code;
  };

  /** Names of fields come from outside: beyond so many they are not told apart. */
  const bounded = (path: string) =>
    words.has(`odd ${path}`) || (last.get('odd') ?? 0) < MOST_ODD_FIELDS ? path : OTHER_FIELDS;

  return {
    word: (kind, word, at) => (word ? codeOf(kind, word, at) : 0),

    list(kind, values, since) {
      if (values.length === 0) return 0;
      const codes = [
        ...new Set(
          values.map((given) => {
            const value = kind === 'odd' ? bounded(given) : given;
            const known = since !== undefined && words.get(`${kind} ${value}`);
            return known ? known.code : codeOf(kind, { value, label: since ?? null }, 0);
          }),
        ),
      ];
      const key = codes.sort((a, b) => a - b).join();
      const known = sets.get(`${kind} ${key}`);
      if (known !== undefined) return known;
      const code = next(`set of ${kind}`);
      sets.set(`${kind} ${key}`, code);
      fresh.word_set.push([kind, code, key]);
      fresh.set_member.push(...codes.map((member): Row => [kind, code, member]));
      return code;
    },

    configuration(useCase) {
      const { code, fresh: json } = whole.codeOf(useCase);
      if (json !== undefined) fresh.configuration.push([code, json]);
      return code;
    },

    extracted(key) {
      const known = words.get(`extracted ${key}`);
      if (known) return known.code;
      if ((last.get('extracted') ?? 0) >= MOST_EXTRACTED_KEYS) return null;
      return codeOf('extracted', { value: key, label: null }, 0);
    },

    async flush(session) {
      for (const { kind, code, label } of renamed.values()) {
        await session.run(
          sql`UPDATE dimension SET label = ${label} WHERE kind = ${kind} AND code = ${code}`,
        );
      }
      renamed.clear();
      for (const table of ['dimension', 'word_set', 'set_member', 'configuration'] as const) {
        if (fresh[table].length > 0) await session.append(table, TABLES[table], fresh[table]);
        fresh[table] = [];
      }
    },
  };
}
