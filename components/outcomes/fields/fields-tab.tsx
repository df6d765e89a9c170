'use client';

import { useQuery } from '@tanstack/react-query';
import { outcomeFieldsQueryOptions } from '@/lib/api/outcomes';
import { plural } from '@/lib/format/number';
import { knownWords } from '../known-words';
import { SectionCard } from '../section-card';
import { useOutcomesView } from '../use-outcomes';
import { Falls } from './falls';
import { FieldsTable } from './fields-table';

/** How often each field is filled in each use case, and what is filled less often than before. */
export function FieldsTab() {
  const { address, filters } = useOutcomesView();
  const result = useQuery(outcomeFieldsQueryOptions(filters));
  const { data } = result;
  return (
    <>
      {data && <Falls data={data} address={address} />}
      <SectionCard
        name="Fields"
        result={result}
        summary={`What the agents find out, by use case, on calls of the range that reached somebody.${data?.more ? ` ${plural(data.more, 'more field')} that few calls have are left out.` : ''}${data ? knownWords(data.meta) : ''}`}
        isEmpty={data?.fields.length === 0}
        empty="On none of these calls was anything found out."
      >
        {() => data && <FieldsTable data={data} address={address} />}
      </SectionCard>
    </>
  );
}
