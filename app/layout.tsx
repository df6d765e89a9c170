import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';
import { readPageFacts, readPreferences } from '@/lib/server/http/page';
import { nonceOf } from '@/lib/server/http/security/policy';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Callscope', template: '%s · Callscope' },
  description: 'The call history that people enjoy reviewing',
  referrer: 'no-referrer',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function Layout({ children }: { children: ReactNode }) {
  const preferences = await readPreferences();
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      data-theme={preferences.theme === 'system' ? undefined : preferences.theme}
    >
      <head>
        <script async src="/last-resort.js" nonce={nonceOf(await headers())} />
      </head>
      <body>
        <Providers facts={await readPageFacts()} preferences={preferences}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
