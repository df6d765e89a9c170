import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { CallsPage } from '@/components/calls/calls-page';
import { ListSkeleton } from '@/components/calls/list/table/list-skeleton';
import { readPreferences, requireIdentity } from '@/lib/server/http/page';
import { loadAddress } from '@/lib/url/address';
import { pageOf } from '@/lib/url/page-of';
import { rememberedQuery } from '@/lib/url/remembered-query';
import { FirstPage } from './first-page';

export const metadata: Metadata = { title: 'Calls' };

export default async function Page({ searchParams }: PageProps<'/calls'>) {
  const params = await searchParams;
  await requireIdentity(pageOf('/calls', params));
  const preferences = await readPreferences();
  const remembered = rememberedQuery(preferences);
  if (Object.keys(params).length === 0 && remembered !== '') redirect(`/calls${remembered}`);
  return (
    <CallsPage>
      <Suspense fallback={<ListSkeleton />}>
        <FirstPage address={loadAddress(params)} localZone={preferences.localZone} />
      </Suspense>
    </CallsPage>
  );
}
