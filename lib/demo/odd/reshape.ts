import { type Answer, json } from '@/lib/demo/api/api';
import type { Fault } from '@/lib/demo/control/faults';
import { listAt } from '@/lib/demo/json';

type Reshaping = Fault & {
  kind: 'misordered' | 'reshaped' | 'nan_count' | 'bare_list' | 'wrapped';
};

/** The right answer in another shape; an answer that is no success is left as it is. */
export function reshaped(answer: Answer, fault: Reshaping): Answer {
  if (answer.status >= 300 || answer.body.length === 0) return answer;
  const right: unknown = JSON.parse(answer.body.toString());
  switch (fault.kind) {
    case 'misordered':
      return json(200, JSON.stringify({ ...objectOf(right), calls: misordered(right) }));
    case 'reshaped':
      return json(200, JSON.stringify(withFields({ ...objectOf(right), ...fault.set }, fault)));
    case 'nan_count': {
      const { count: _, ...rest } = objectOf(right);
      return json(200, `{"count":NaN,${JSON.stringify(rest).slice(1)}`);
    }
    case 'bare_list':
      return json(200, JSON.stringify(listAt(right, 'calls')));
    case 'wrapped':
      return json(200, JSON.stringify({ [fault.name]: right }));
  }
}

function withFields(
  fields: Record<string, unknown>,
  { without }: Reshaping & { kind: 'reshaped' },
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !without.includes(name)));
}

function misordered(list: unknown): unknown[] {
  const [first, ...rest] = listAt(list, 'calls');
  const last = rest.pop();
  return last === undefined ? listAt(list, 'calls').slice() : [last, ...rest, first];
}

function objectOf(value: unknown): Record<string, unknown> {
  return Object.assign({}, value);
}
