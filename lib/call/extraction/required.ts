import { keyOfPath } from '@/lib/call/query/extracted';
import { eachValue } from './walk';

/** A field that a use case tells its agent to find out. */
export type RequiredField = { name: string; description: string | null };

/** What a use case requires and a call does not have; nothing where it does not say what it requires. */
export function missingFields(useCase: unknown, extraction: unknown): RequiredField[] {
  const declared = propertyOf(useCase, 'extract_with_ai');
  if (!Array.isArray(declared)) return [];
  const keys = eachValue(extraction).found.map(({ key }) => key);
  return declared.flatMap((field: unknown) => {
    const [name, description] = [propertyOf(field, 'name'), propertyOf(field, 'description')];
    if (typeof name !== 'string' || propertyOf(field, 'required') !== true) return [];
    // Some name a place within what is found out by its path.
    const places = [keyOfPath([name]), name];
    const isThere = keys.some((key) =>
      places.some((place) => key === place || key.startsWith(`${place}.`)),
    );
    if (isThere) return [];
    return [{ name, description: typeof description === 'string' ? description : null }];
  });
}

function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([own]) => own === name)?.[1];
}
