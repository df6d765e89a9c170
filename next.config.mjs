import { fileURLToPath } from 'node:url';
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js';
import { EVERYWHERE } from './lib/server/http/security/headers.mjs';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Ships a binary of its own, which no bundler understands.
  serverExternalPackages: ['@duckdb/node-api'],
  images: { unoptimized: true },
  // `npm run verify` has checked them before it builds.
  typescript: { ignoreBuildErrors: process.env.BUILD_CHECKS_TYPES === 'off' },
  // The folder of this file, whatever lies beside it: a lockfile further up would be taken for the project.
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  // The proxy keeps the body of a request until it has run; what takes a body refuses more than 64 kB of it.
  experimental: { proxyClientMaxBodySize: '128kb' },
  /**
   * What every answer carries, whoever gives it: pages, the API, static files, errors. Pages get a policy of their own
   * from proxy.ts in place of this one, so that one which the proxy missed loads nothing.
   */
  async headers() {
    return [
      { source: '/:path*', headers: EVERYWHERE },
      {
        source: '/:path*',
        // Only where a reverse proxy says that the browser came over https; browsers ignore it over http.
        has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https(,.*)?' }],
        headers: [
          { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
        ],
      },
    ];
  },
};

/**
 * A build also lays out the server with all that it needs, which `npm run standalone` completes. `npm start` serves the
 * build where it was made.
 *
 * @param {string} phase
 * @returns {import('next').NextConfig}
 */
export default (phase) =>
  phase === PHASE_PRODUCTION_BUILD ? { ...config, output: 'standalone' } : config;
