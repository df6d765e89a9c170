import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { CallList } from '@/components/calls/list/call-list';
import { callQueryOptions, callsQueryOptions } from '@/lib/api/calls';
import { readForPage } from '@/lib/server/http/page';
import { type Address, callsQueryOf } from '@/lib/url/address';

type FirstPageProps = { address: Address; localZone: string };

/**
 * Reads what the address asks for on the server, so that the rows are in the HTML and the browser asks for
 * nothing again. A failure goes along as what it is.
 */
export async function FirstPage({ address, localZone }: FirstPageProps) {
  const client = new QueryClient();
  const query = callsQueryOf(address, localZone);
  const { call } = address;
  await Promise.all([
    client.prefetchQuery({
      ...callsQueryOptions(query),
      queryFn: () => readForPage(({ listCalls }, principal) => listCalls(query, principal)),
    }),
    call &&
      client.prefetchQuery({
        ...callQueryOptions(call),
        queryFn: () => readForPage(({ getCall }, principal) => getCall(call, principal)),
      }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client, { shouldDehydrateQuery: () => true })}>
      <CallList />
    </HydrationBoundary>
  );
}
