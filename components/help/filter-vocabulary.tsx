import { FILTER_LABELS } from '@/components/filters/facets/facets';
import { Term, Terms } from '@/components/reading/terms';
import { PARAMETER_WORDS } from '@/lib/call/query/parameter-words';
import { HELP_FILTERS } from './filter-groups';

/** Every filter by the name it has on the page and in the address, and what it does. */
export function FilterVocabulary() {
  return HELP_FILTERS.map(({ title, about, keys }) => (
    <div key={title} className="pt-5">
      <h3 className="font-semibold">{title}</h3>
      <p className="max-w-prose pb-2 text-muted">{about}</p>
      <Terms>
        {keys.map((key) => (
          <Term
            key={key}
            term={
              <>
                {FILTER_LABELS[key]} <code className="font-mono text-xs text-muted">{key}</code>
              </>
            }
          >
            {PARAMETER_WORDS[key]}
          </Term>
        ))}
      </Terms>
    </div>
  ));
}
