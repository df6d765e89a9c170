import type { Metadata } from 'next';
import { CostsPage } from '@/components/costs/costs-page';
import { requireIdentity } from '@/lib/server/http/page';
import { pageOf } from '@/lib/url/page-of';

export const metadata: Metadata = { title: 'Costs' };

export default async function Page({ searchParams }: PageProps<'/costs'>) {
  await requireIdentity(pageOf('/costs', await searchParams));
  return <CostsPage />;
}
