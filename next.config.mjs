import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Ships a binary of its own, which no bundler understands.
  serverExternalPackages: ['@duckdb/node-api'],
  images: { unoptimized: true },
  // The folder of this file, whatever lies beside it: a lockfile further up would be taken for the project.
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          // Addresses hold what people searched for: they stay between this server and its pages.
          { key: 'Referrer-Policy', value: 'no-referrer' },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'X-Frame-Options', value: 'DENY' },
        ],
      },
    ];
  },
};

export default config;
