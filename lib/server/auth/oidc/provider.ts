import * as client from 'openid-client';
import { isLoopback } from '../../loopback';
import { Refusal, toRefusal } from './refusal';
import type { OidcSettings } from './settings';

/** Whoever has one of these keys only verifies with it: nobody but the provider can have signed. */
const ASYMMETRIC = /^(?:(?:RS|PS|ES)(?:256|384|512)|EdDSA|Ed25519)$/;
const DISCOVERIES = 2;

export type Provider = {
  /** @throws {Refusal} `provider_unreachable` when it does not tell what it is */
  config(): Promise<client.Configuration>;
};

type Parts = {
  settings: Pick<OidcSettings, 'issuer' | 'clientId' | 'clientSecret'>;
  /** For each question to the provider; two of them follow each other at most. */
  timeoutSeconds: number;
};

/**
 * The identity provider. It is asked what it is when the first person wants to sign in, and by the next one again
 * when it did not answer: Callscope starts and runs without it.
 */
export function createProvider({ settings, timeoutSeconds }: Parts): Provider {
  let known: Promise<client.Configuration> | undefined;

  async function discover(): Promise<client.Configuration> {
    let refusal: Refusal | undefined;
    for (let time = 0; time < DISCOVERIES; time++) {
      try {
        return configured(await discovered(settings, timeoutSeconds), settings, timeoutSeconds);
      } catch (error) {
        refusal = toRefusal(error);
      }
    }
    throw new Refusal('provider_unreachable', `discovery: ${refusal?.message}`);
  }

  return {
    async config() {
      known ??= discover();
      const asked = known;
      try {
        return await asked;
      } catch (error) {
        if (known === asked) known = undefined;
        throw error;
      }
    },
  };
}

async function discovered(
  { issuer, clientId, clientSecret }: Parts['settings'],
  timeout: number,
): Promise<client.ServerMetadata> {
  const config = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout,
    execute: isPlainLoopback(issuer) ? [client.allowInsecureRequests] : [],
  });
  const server = config.serverMetadata();
  // The library lets some providers be of another name than was asked for, which would let in whole other companies.
  if (new URL(server.issuer).href !== new URL(issuer).href) {
    throw new Refusal(
      'provider_unreachable',
      'the provider is another issuer than AUTH_OIDC_ISSUER',
    );
  }
  return server;
}

function configured(
  server: client.ServerMetadata,
  { issuer, clientId, clientSecret }: Parts['settings'],
  timeout: number,
): client.Configuration {
  const algorithms = server.id_token_signing_alg_values_supported ?? ['RS256'];
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const config = new client.Configuration(
    {
      ...server,
      id_token_signing_alg_values_supported: algorithms.filter((name) => ASYMMETRIC.test(name)),
    },
    clientId,
    clientSecret,
    methods.includes('client_secret_post')
      ? client.ClientSecretPost(clientSecret)
      : client.ClientSecretBasic(clientSecret),
  );
  config.timeout = timeout;
  // Without it the library trusts the connection and leaves the signature of the ID token alone.
  client.enableNonRepudiationChecks(config);
  if (isPlainLoopback(issuer)) client.allowInsecureRequests(config);
  return config;
}

function isPlainLoopback(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && isLoopback(hostname);
}
