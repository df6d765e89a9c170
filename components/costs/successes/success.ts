import type { SuccessDefinition } from '@/lib/call/costs/success-definitions';

/** What one success cost; null where nothing has a cost or nothing succeeded: that is not for free. */
export function costPerSuccess(total: number | null, successes: number): number | null {
  return total === null || successes === 0 ? null : total / successes;
}

/** What a definition is called where it came without a name. */
export function successName({ name }: Pick<SuccessDefinition, 'name'>): string {
  return name === '' ? 'Success' : name;
}

/** A name that none of the definitions has. */
export function freshName(definitions: readonly SuccessDefinition[]): string {
  const taken = definitions.map(successName);
  let number = definitions.length + 1;
  while (taken.includes(`Success ${number}`)) number += 1;
  return `Success ${number}`;
}

/** A definition with an outcome more, or less; without any outcome it is gone. */
export function withToggled(
  definitions: readonly SuccessDefinition[],
  at: number,
  outcome: string,
): SuccessDefinition[] {
  const toggled = ({ name, outcomes }: SuccessDefinition) => {
    const rest = outcomes.filter((each) => each !== outcome);
    return { name, outcomes: rest.length < outcomes.length ? rest : [...outcomes, outcome] };
  };
  return definitions
    .map((each, place) => (place === at ? toggled(each) : each))
    .filter(({ outcomes }) => outcomes.length > 0);
}
