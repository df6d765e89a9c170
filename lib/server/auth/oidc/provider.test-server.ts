import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type MutableResponse,
  type MutableToken,
  OAuth2Issuer,
  OAuth2Service,
  type TokenRequestIncomingMessage,
} from 'oauth2-mock-server';

type Json = Record<string, unknown>;

/** How the provider behaves; changed by tests between one request and the next. */
export type Conduct = {
  /** Put into the ID token, over what belongs there; undefined takes away. */
  claims: Json;
  /** Makes another token of the one that is right. */
  forge: ((idToken: string) => string) | undefined;
  /** Put into the discovery document. */
  discovery: Json;
  /** Answers instead of the provider, except where it returns false. */
  instead: ((path: string, response: ServerResponse) => boolean) | undefined;
};

/** Made once: it takes a moment. */
const KEY = new OAuth2Issuer().keys.generate('RS256', { kid: 'first' });

/** A whole identity provider on a port of this machine. */
export async function startProvider() {
  const issuer = new OAuth2Issuer();
  await issuer.keys.add({ ...(await KEY) });
  const service = new OAuth2Service(issuer);
  const conduct: Conduct = { claims: {}, forge: undefined, discovery: {}, instead: undefined };
  const asked: string[] = [];
  const verifiers: unknown[] = [];
  service.on('beforeTokenSigning', ({ payload }: MutableToken) => {
    Object.assign(payload, conduct.claims);
  });
  service.on(
    'beforeResponse',
    ({ body }: MutableResponse, request: TokenRequestIncomingMessage) => {
      verifiers.push(request.body.code_verifier);
      if (body !== '' && typeof body.id_token === 'string' && conduct.forge) {
        body.id_token = conduct.forge(body.id_token);
      }
    },
  );
  const listener: RequestListener = (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    asked.push(path);
    if (conduct.instead?.(path, response)) return;
    if (path === '/.well-known/openid-configuration') changeJson(response, conduct.discovery);
    service.requestHandler(request, response);
  };
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${addressOf(server.address()).port}`;
  issuer.url = url;
  return {
    url,
    conduct,
    /** The paths that were asked for. */
    asked,
    /** What proved, with each question for a token, that who asks is who began. */
    verifiers,
    stop: () => {
      server.closeAllConnections();
      return new Promise<unknown>((closed) => server.close(closed));
    },
  };
}

/** Guarantee: a server that listens on a port has an address of this kind. */
function addressOf(address: AddressInfo | string | null): AddressInfo {
  return address as AddressInfo;
}

function changeJson(response: ServerResponse, changes: Json): void {
  const end = response.end.bind(response);
  response.end = (chunk?: unknown) => {
    const text = JSON.stringify({ ...JSON.parse(String(chunk)), ...changes });
    response.setHeader('content-length', Buffer.byteLength(text));
    return end(text);
  };
}

/** A token with the same claims, not signed at all. */
export function unsigned(token: string): string {
  return `${headed({ alg: 'none' }, token)}.`;
}

/** A token with the same claims, signed with a secret that both sides know. */
export function signedWithSecret(secret: string) {
  return (token: string) => {
    const head = headed({ alg: 'HS256', kid: 'first' }, token);
    return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
  };
}

/** Made beforehand: it takes longer than the client waits for the provider, who lives in the same process. */
const { privateKey: otherKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A token with the same claims, signed by somebody who calls their key as the provider calls its own. */
export function signedWithOtherKey(token: string): string {
  const head = headed({ alg: 'RS256', kid: 'first' }, token);
  return `${head}.${createSign('sha256').update(head).sign(otherKey, 'base64url')}`;
}

function headed(header: Json, token: string): string {
  return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${token.split('.')[1]}`;
}
