import type { Metadata } from 'next';
import Link from 'next/link';
import { Frame } from '@/components/shell/frame';
import { readDemo } from '@/lib/server/http/page';

export const metadata: Metadata = { title: 'Not found' };

export default async function NotFound() {
  return (
    <Frame demo={await readDemo()}>
      <div className="mx-auto flex h-full max-w-xl flex-col items-start justify-center gap-3 p-6">
        <h1 className="text-lg font-semibold">There is no such page</h1>
        <p>The link is incomplete or belongs to something that Callscope does not have.</p>
        <Link href="/calls" prefetch={false} className="font-medium text-accent hover:underline">
          Go to the calls
        </Link>
      </div>
    </Frame>
  );
}
