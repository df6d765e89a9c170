import { parseCallsQuery } from '@/lib/call/query/parse-query';
import type { ParameterProblem } from '@/lib/call/query/query';
import { PAGE_KEYS, pageCodecs } from './address';
import { columnOf } from './columns';

/** The parameters of an address that were not understood, to be told to the person. */
export function addressProblems(params: Iterable<[string, string]>): ParameterProblem[] {
  // On the server Next loses a parameter of this name, and a notice must be the same on both sides.
  const all = [...params].filter(([field]) => field !== '__proto__');
  const broken = all.flatMap(([field, written]) => {
    const message = pageProblem(field, written);
    return message ? [{ field, message }] : [];
  });
  return [...parseCallsQuery(all, PAGE_KEYS).problems, ...broken];
}

function pageProblem(field: string, written: string): string | undefined {
  if (field === 'columns') return columnsProblem(written);
  const key = PAGE_KEYS.find((known) => known === field);
  const outcome = key && pageCodecs[key].decode(written);
  return outcome && 'problem' in outcome ? outcome.problem : undefined;
}

/** What is wrong with the text of a `columns` parameter, if anything; the known columns are shown all the same. */
export function columnsProblem(text: string): string | undefined {
  if (text === '') return 'is empty';
  const unknown = text
    .split(',')
    .flatMap((item) => (columnOf(item) === undefined ? [item.split(':')[0] ?? ''] : []));
  return unknown.length > 0 ? `names unknown columns: ${unknown.join(', ')}` : undefined;
}
