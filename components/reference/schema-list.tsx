import type { ApiDocument } from '@/lib/reference/document';
import { SchemaView, schemaAnchor } from './schema-view';

/** The schemas that have a name, field by field. */
export function SchemaList({ schemas }: Pick<ApiDocument['components'], 'schemas'>) {
  return Object.entries(schemas).map(([name, schema]) => {
    const anchor = schemaAnchor(name);
    return (
      <section
        key={name}
        id={anchor}
        aria-labelledby={`${anchor}-name`}
        className="flex scroll-mt-3 flex-col gap-1.5 border-t border-line py-4"
      >
        <h3 id={`${anchor}-name`} className="font-mono text-sm font-semibold">
          {name}
        </h3>
        {typeof schema.description === 'string' && <p>{schema.description}</p>}
        <SchemaView schema={schema} />
      </section>
    );
  });
}
