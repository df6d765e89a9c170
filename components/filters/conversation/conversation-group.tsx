import { inForceOf } from '@/components/filters/arrange/groups';
import { FilterGroup } from '@/components/filters/filter-group';
import { Lazily, lazily } from '@/components/ui/lazily';
import { useAddress } from '@/lib/url/use-address';

const ConversationRanges = lazily(() => import('./conversation-ranges'));

/** How conversations went. It is folded, and what it holds is fetched when it is opened: most never do. */
export function ConversationGroup() {
  const { address } = useAddress();
  return (
    <FilterGroup group="conversation" folded inForce={inForceOf(address, 'conversation')}>
      <Lazily>
        <ConversationRanges />
      </Lazily>
    </FilterGroup>
  );
}
