import manifest from '@/package.json' with { type: 'json' };
import type { ApiDocument } from './document';
import { operationOf } from './operation';
import { filterParameters } from './parameters';
import { ROUTE_GROUPS } from './routes';
import { namedSchemas } from './schemas';

/** The whole API as an OpenAPI 3.1 document, made of the schemas and codecs that check every question and answer. */
export function apiDocument(): ApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Callscope',
      version: manifest.version,
      description:
        'Failures are problem details of RFC 9457 with a code of a closed list. A request that changes something must come from this site: it says so with “Sec-Fetch-Site: same-origin”, or with an “Origin” that names the host.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This server' }],
    tags: ROUTE_GROUPS.map(({ title, about }) => ({ name: title, description: about })),
    paths: paths(),
    components: {
      parameters: filterParameters(),
      schemas: namedSchemas(),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-callscope',
          description:
            'The session that signing in opens; on this machine without https the cookie is named “callscope”. Without sign-in (AUTH_MODE=none) nothing is needed.',
        },
        metricsToken: { type: 'http', scheme: 'bearer', description: 'METRICS_TOKEN.' },
      },
    },
  };
}

function paths(): ApiDocument['paths'] {
  const found: Record<string, ApiDocument['paths'][string]> = {};
  for (const { title, routes } of ROUTE_GROUPS) {
    for (const [id, route] of Object.entries(routes))
      found[route.path] = {
        ...found[route.path],
        [route.method.toLowerCase()]: operationOf(id, title, route),
      };
  }
  return found;
}
