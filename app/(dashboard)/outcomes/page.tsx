import type { Metadata } from 'next';
import { OutcomesPage } from '@/components/outcomes/outcomes-page';
import { requireIdentity } from '@/lib/server/http/page';
import { pageOf } from '@/lib/url/page-of';

export const metadata: Metadata = { title: 'Outcomes' };

export default async function Page({ searchParams }: PageProps<'/outcomes'>) {
  await requireIdentity(pageOf('/outcomes', await searchParams));
  return <OutcomesPage />;
}
