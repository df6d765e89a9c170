import type { ReactNode } from 'react';
import { Frame } from '@/components/shell/frame';
import { readDemo } from '@/lib/server/http/page';

export default async function Layout({ children }: { children: ReactNode }) {
  return <Frame demo={await readDemo()}>{children}</Frame>;
}
