'use client';

import { usePage } from '@/components/shell/context/page-context';
import { TimeProvider } from '@/components/shell/context/time-context';
import { Lazily, lazily } from '@/components/ui/lazily';
import { useAddress } from '@/lib/url/use-address';
import { shownGroups } from './arrange/groups';
import { ConversationGroup } from './conversation/conversation-group';
import { DateRangeField } from './date-range/date-range-field';
import { EmailField } from './email-field';
import { FacetGroup } from './facets/facet-group';
import { FacetsStatus } from './facets/facets-status';
import { useFacets } from './facets/use-facets';
import { RangeGroup } from './range/range-group';
import { ReviewGroup } from './review-group';
import { SaidField } from './said-field';
import { TimeZoneField } from './time-zone/time-zone-field';

const ExtractedGroups = lazily(() => import('./extracted/extracted-groups'));

/**
 * Every filter but the search, top to bottom as they are used most or were pinned. They come in the HTML and react a moment after
 * the table does, so they must see the zone and the moment that the server saw until then.
 */
export default function FilterGroups() {
  return (
    <TimeProvider>
      <div className="flex flex-col gap-3 px-4 py-3">
        <DateRangeField />
        <TimeZoneField />
      </div>
      <SaidField />
      <CountedGroups />
      <EmailField />
    </TimeProvider>
  );
}

function CountedGroups() {
  const facets = useFacets();
  const { address } = useAddress();
  const { pinnedGroups, hiddenGroups } = usePage().preferences;
  return (
    <>
      <FacetsStatus {...facets} />
      {shownGroups(address, { pinned: pinnedGroups, hidden: hiddenGroups }).map((group) => {
        if (group === 'review') return <ReviewGroup key={group} facets={facets} />;
        if (group === 'conversation') return <ConversationGroup key={group} />;
        if (group === 'duration' || group === 'cost')
          return <RangeGroup key={group} range={group} facets={facets} />;
        return <FacetGroup key={group} filter={group} facets={facets} />;
      })}
      <Lazily>
        <ExtractedGroups />
      </Lazily>
    </>
  );
}
