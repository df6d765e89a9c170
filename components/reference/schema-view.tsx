import { Fragment } from 'react';
import { TEXT_LINK } from '@/components/reading/text-link';
import type { JsonSchema } from '@/lib/call/values/codec';
import { type Outline, type OutlineField, outlineOf } from '@/lib/reference/outline';

/** A schema, field by field; what lies deeper unfolds. */
export function SchemaView({ schema }: { schema: JsonSchema }) {
  const outline = outlineOf(schema);
  return outline.fields.length > 0 ? (
    <Fields fields={outline.fields} />
  ) : (
    <p className="text-sm">
      <TypeWords outline={outline} />
    </p>
  );
}

function Fields({ fields }: { fields: readonly OutlineField[] }) {
  return (
    <ul className="flex flex-col gap-0.5 border-l border-line pl-3 text-sm">
      {fields.map((field) => (
        <li key={field.name}>
          {field.outline.fields.length > 0 ? (
            <details>
              <summary className="rounded">
                <FieldLine field={field} />
              </summary>
              <Fields fields={field.outline.fields} />
            </details>
          ) : (
            <FieldLine field={field} />
          )}
        </li>
      ))}
    </ul>
  );
}

function FieldLine({ field: { name, optional, outline } }: { field: OutlineField }) {
  return (
    <span className="wrap-anywhere">
      <code className="font-mono text-xs">{name}</code>{' '}
      <span className="text-muted">
        <TypeWords outline={outline} />
        {optional && ', optional'}
      </span>
    </span>
  );
}

/** The type of a schema in a line; named schemas lead to where they are told. */
export function TypeWords({ outline: { type, bounds } }: { outline: Outline }) {
  return (
    <span className="wrap-anywhere">
      {type.map((word, index) => (
        <Fragment key={index}>
          {typeof word === 'string' ? (
            word
          ) : (
            <a href={`#${schemaAnchor(word.name)}`} className={TEXT_LINK}>
              {word.name}
            </a>
          )}
        </Fragment>
      ))}
      {bounds !== undefined && `, ${bounds}`}
    </span>
  );
}

export function schemaAnchor(name: string): string {
  return `schema-${name}`;
}
