import { keysOf } from '@/lib/call/query/filters';
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
    ...pathNames(route.path).map(inPath),
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

const PATH_WORDS = { id: 'The id.', noteId: 'The id of the note.' } as const;

function pathNames(path: string): (keyof typeof PATH_WORDS)[] {
  return keysOf(PATH_WORDS).filter((name) => path.includes(`{${name}}`));
}

function inPath(name: keyof typeof PATH_WORDS): Parameter {
  return {
    name,
    in: 'path',
    description: PATH_WORDS[name],
    required: true,
    schema: { type: 'string' },
  };
}

/** Several values stand in one parameter, separated by commas. */
function inQuery({ name, about, schema }: ToldParameter): Parameter {
  const several = schema.type === 'array' ? ({ style: 'form', explode: false } as const) : {};
  return { name, in: 'query', description: about, ...several, schema };
}
