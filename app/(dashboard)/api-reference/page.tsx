import type { Metadata } from 'next';
import { ReferencePage } from '@/components/reference/reference-page';
import { apiDocument } from '@/lib/reference/openapi';
import { requireIdentity } from '@/lib/server/http/page';

export const metadata: Metadata = { title: 'API reference' };

/** Made once: it changes with the program only. */
const document = apiDocument();

export default async function Page() {
  await requireIdentity('/api-reference');
  return <ReferencePage document={document} />;
}
