'use client';

import { useQuery } from '@tanstack/react-query';
import { TableCard } from '@/components/figures/table-card';
import { useFieldWords } from '@/components/filters/extracted/use-field-words';
import { knownWords } from '@/components/outcomes/view/known-words';
import { useOutcomesView } from '@/components/outcomes/view/use-outcomes';
import { outcomeFieldsQueryOptions } from '@/lib/api/outcomes';
import { plural } from '@/lib/format/number';
import { Falls } from './falls';
import { fieldsData } from './fields-data';

/** How often each field is filled in each use case, and what is filled less often than before. */
export function FieldsTab() {
  const { address, filters } = useOutcomesView();
  const result = useQuery(outcomeFieldsQueryOptions(filters));
  const { data } = result;
  const words = useFieldWords(true);
  return (
    <>
      {data && <Falls data={data} address={address} />}
      <TableCard
        name="Fields"
        result={result}
        summary={({ more, meta }) =>
          `What the agents find out, by use case, on calls of the range that reached somebody.${more ? ` ${plural(more, 'more field')} that few calls have are left out.` : ''}${knownWords(meta)}`
        }
        empty="On none of these calls was anything found out."
        chartData={(told) => fieldsData(told, address, words.label)}
      />
    </>
  );
}
