import { Term, Terms } from '@/components/reading/terms';
import type { Parameter } from '@/lib/reference/document';
import { outlineOf } from '@/lib/reference/outline';
import { TypeWords } from './schema-view';

const PLACES = { query: '', path: 'in the path, ', header: 'header, ' } as const;

/** Parameters, one a row: what it is called and takes, and what it does. */
export function ParameterList({ parameters }: { parameters: readonly Parameter[] }) {
  return (
    <Terms>
      {parameters.map(({ name, in: place, description, schema }) => (
        <Term
          key={`${place} ${name}`}
          term={
            <span className="flex flex-col">
              <code className="font-mono text-xs leading-5">{name}</code>
              <span className="text-xs text-muted">
                {PLACES[place]}
                <TypeWords outline={outlineOf(schema)} />
              </span>
            </span>
          }
        >
          {description}
        </Term>
      ))}
    </Terms>
  );
}
