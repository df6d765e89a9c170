import type { Metadata } from 'next';
import { HelpPage } from '@/components/help/help-page';
import { requireIdentity } from '@/lib/server/http/page';

export const metadata: Metadata = { title: 'Help' };

export default async function Page() {
  await requireIdentity('/help');
  return <HelpPage />;
}
