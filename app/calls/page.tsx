import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { CallsPage } from '@/components/calls/calls-page';
import { ListSkeleton } from '@/components/calls/list-skeleton';
import { readPreferences } from '@/lib/server/page';
import { loadAddress, rememberedQuery } from '@/lib/url/address';
import { FirstPage } from './first-page';

export const metadata: Metadata = { title: 'Calls' };

export default async function Page({ searchParams }: PageProps<'/calls'>) {
  const params = await searchParams;
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
