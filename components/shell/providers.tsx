'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import type { Preferences } from '@/lib/preferences/preferences';
import { AddressProvider } from '@/lib/url/use-address';
import { withWrittenNames } from '@/lib/url/written-names';
import { type PageFacts, PageProvider } from './context/page-context';

type ProvidersProps = { facts: PageFacts; preferences: Preferences; children: ReactNode };

export function Providers({ facts, preferences, children }: ProvidersProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <NuqsAdapter processUrlSearchParams={withWrittenNames}>
      <QueryClientProvider client={client}>
        <PageProvider facts={facts} preferences={preferences}>
          <AddressProvider>{children}</AddressProvider>
        </PageProvider>
      </QueryClientProvider>
    </NuqsAdapter>
  );
}
