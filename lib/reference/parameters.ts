import type { Operation, Parameter } from './document';
import { queryOf, sharedParameters, type ToldParameter } from './query-of';
import type { ApiRoute } from './route';

const SHARED = '#/components/parameters/';

/** The parameters that every list of calls takes, told once. */
export function filterParameters(): Record<string, Parameter> {
  return Object.fromEntries(sharedParameters().map((each) => [each.name, inQuery(each)]));
}

/** All parameters of a route: of its path, its query and its headers. */
export function parametersOf(route: ApiRoute): NonNullable<Operation['parameters']> {
  return [
    ...inPath(route.path),
    ...queryOf(route).map((each) =>
      each.shared ? { $ref: `${SHARED}${each.name}` } : inQuery(each),
    ),
    ...(route.headers ?? []).map(
      ({ name, about }): Parameter => ({
        name,
        in: 'header',
        description: about,
        schema: { type: 'string' },
      }),
    ),
  ];
}

/** What stands in braces in a path is the id of one of those that the step before it names: `/notes/{noteId}`. */
function inPath(path: string): Parameter[] {
  return [...path.matchAll(/(\w+)s\/\{(\w+)\}/g)].map(([, thing, name = '']) => ({
    name,
    in: 'path',
    description: `The id of the ${thing}.`,
    required: true,
    schema: { type: 'string' },
  }));
}

/** Several values stand in one parameter, separated by commas. */
function inQuery({ name, about, schema }: ToldParameter): Parameter {
  const several = schema.type === 'array' ? ({ style: 'form', explode: false } as const) : {};
  return { name, in: 'query', description: about, ...several, schema };
}
