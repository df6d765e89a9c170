import type { Metadata } from 'next';
import { ConversationsPage } from '@/components/conversations/conversations-page';
import { requireIdentity } from '@/lib/server/http/page';
import { pageOf } from '@/lib/url/page-of';

export const metadata: Metadata = { title: 'Conversations' };

export default async function Page({ searchParams }: PageProps<'/conversations'>) {
  await requireIdentity(pageOf('/conversations', await searchParams));
  return <ConversationsPage />;
}
