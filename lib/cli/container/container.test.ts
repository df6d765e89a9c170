import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, test } from 'vitest';
import { parseAllDocuments, parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { ROOT } from '@/lib/cli/steps.mjs';
import { complaintsAbout } from '@/lib/cli/verify/floors.mjs';
import { parseEnv } from '@/lib/server/boot/env';
import { fileText, isThere, readmeAt } from '../readmes.test-files';
import { PROGRAMS } from './complete.mjs';

/** Nothing here can be built on a machine without an engine for containers: what names what is held to what is there. */

const README = readmeAt('lib/cli/container/README.md');
const DOCKERFILE = fileText('Dockerfile').replace(/\\\n\s*/g, '');
const COMPILED = new Set(PROGRAMS.map((path) => path.replace(/\.(ts|mjs)$/, '.mjs')));
const scripts = new Set(Object.keys(JSON.parse(fileText('package.json')).scripts));
const variables = new Set(
  [...fileText('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name),
);

/** What is null comes from the shell or from .env. */
const environmentSchema = z.record(
  z.string(),
  z
    .string()
    .nullable()
    .transform((value) => value ?? undefined),
);
const serviceSchema = z.object({
  image: z.string(),
  profiles: z.array(z.string()),
  read_only: z.boolean().optional(),
  stop_grace_period: z.string().optional(),
  environment: environmentSchema.default({}),
  volumes: z.array(z.string()).default([]),
});
const services = Object.entries(
  z
    .object({ services: z.record(z.string(), serviceSchema) })
    .parse(parseYaml(fileText('compose.yaml'), { merge: true })).services,
);
const ours = services.filter(([, { image }]) => image === 'callscope');

const imageEnv = Object.fromEntries(
  [...DOCKERFILE.matchAll(/^ENV (.+)$/gm)].flatMap(([, line = '']) =>
    line.split(' ').map((pair): [string, string] => {
      const [name = '', value = ''] = pair.split('=');
      return [name, value];
    }),
  ),
);

/** Names that no Callscope knows; a secret can come as a file. */
function unknown(names: readonly string[]): string[] {
  const others = ['NODE_ENV', 'NEXT_TELEMETRY_DISABLED'];
  const isKnown = (name: string) => variables.has(name) || others.includes(name);
  return names.filter((name) => !isKnown(name) && !isKnown(name.replace(/_FILE$/, '')));
}

function compiledNamed(text: string): string[] {
  return [...text.matchAll(/\blib\/[\w/-]+\.mjs\b/g)].map(([path]) => path);
}

describe('the programs that are compiled', () => {
  it('are there', () => {
    expect(PROGRAMS.filter((path) => !isThere(path))).toEqual([]);
  });

  it('hold those that the image starts, and that people are told to start', () => {
    const inImage = compiledNamed(DOCKERFILE);
    expect(inImage).toEqual(['lib/cli/container/health.mjs', 'lib/cli/serve.mjs']);
    const told = compiledNamed(README).filter((path) => path !== 'lib/cli/steps.mjs');
    expect(told.length).toBeGreaterThan(4);
    expect([...inImage, ...told].filter((path) => !COMPILED.has(path))).toEqual([]);
  });
});

describe('the Dockerfile', () => {
  const admitted = [...fileText('.dockerignore').matchAll(/^!(.+)$/gm)].map(
    ([, name = '']) => name,
  );

  it('copies what is there, and what .dockerignore admits', () => {
    const copied = [...DOCKERFILE.matchAll(/^COPY (?!--from)(.+) \S+$/gm)]
      .flatMap(([, sources = '']) => sources.split(' '))
      .filter((name) => name !== '.');
    expect(copied).toContain('package-lock.json');
    expect(copied.filter((name) => !admitted.includes(name))).toEqual([]);
  });

  it('gets from .dockerignore what is there, no secrets and no tests', () => {
    expect(admitted.filter((name) => !isThere(name))).toEqual([]);
    expect(admitted.filter((name) => /^\.env|\*|test/.test(name))).toEqual([]);
    expect(fileText('.dockerignore')).toMatch(/^\*$/m);
  });

  it('runs commands that are there', () => {
    const run = [...DOCKERFILE.matchAll(/\bnpm run (\S+)/g)].map(([, name = '']) => name);
    expect(run).toEqual(['build', 'standalone']);
    expect(run.filter((name) => !scripts.has(name))).toEqual([]);
  });

  it('sets variables that are known, with values that let Callscope start', () => {
    expect(unknown(Object.keys(imageEnv))).toEqual([]);
    const { port, hostname, dataDir } = parseEnv(imageEnv);
    expect({ port, hostname }).toEqual({ port: 3000, hostname: '0.0.0.0' });
    expect(DOCKERFILE).toContain(`\nEXPOSE ${port}\n`);
    expect(DOCKERFILE).toContain(`\nVOLUME ${dataDir}\n`);
  });

  it('is about a Node without the holes that are known, and not about root', () => {
    const [, version] = /^ARG NODE=([\d.]+)-/m.exec(DOCKERFILE) ?? [];
    const floor = { name: 'node', least: '24.22.1', reason: 'decodes br beyond its memory' };
    expect(complaintsAbout({ packages: { 'node_modules/node': { version } } }, [floor])).toEqual(
      [],
    );
    expect(DOCKERFILE.match(/^FROM node:\$\{NODE\}/gm)).toHaveLength(2);
    expect(DOCKERFILE).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
  });
});

describe('compose.yaml', () => {
  it('has a row for each profile', () => {
    const profiles = new Set(services.flatMap(([, service]) => service.profiles));
    const rows = [...README.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual([...profiles].sort());
  });

  it.each(ours)('starts %s with variables that are known and go together', (_, service) => {
    expect(unknown(Object.keys(service.environment))).toEqual([]);
    // Two that share a memory are of no use without what the shell or .env has to say.
    const outside = service.profiles.includes('pair')
      ? { HAPPYROBOT_API_KEY: 'hr_1', SESSION_SECRET: 'x'.repeat(32) }
      : {};
    const env = parseEnv({ ...imageEnv, ...service.environment, ...outside });
    expect(env.hostname).toBe('0.0.0.0');
    expect(service.volumes.map((volume) => volume.split(':')[1])).toContain(env.dataDir);
  });

  it.each(ours)('lets %s write nothing but its data, and end in order', (_, service) => {
    expect(service.read_only).toBe(true);
    expect(Number.parseInt(service.stop_grace_period ?? '', 10)).toBeGreaterThan(20);
  });
});

describe('the example for Kubernetes', () => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(README) ?? [];
  const documents = parseAllDocuments(example, { merge: true });

  it('is YAML', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    expect(documents.map((document) => document.get('kind'))).toContain('StatefulSet');
  });

  it('names variables that are known, and addresses that are there', () => {
    const names = [...example.matchAll(/name: ([A-Z][A-Z_]+),/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(unknown(names)).toEqual([]);
    const paths = [...example.matchAll(/httpGet: \{ path: (\S+),/g)].map(([, path = '']) => path);
    expect(paths).toHaveLength(3);
    expect(paths.filter((path) => !isThere(`app${path}/route.ts`))).toEqual([]);
  });
});

test('the health check tells a Callscope that answers from one that does not', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.statusCode = asked.length === 1 ? 200 : 503;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const check = () =>
    new Promise((resolve) => {
      const env: NodeJS.ProcessEnv = { NODE_ENV: 'test', PORT: String(port) };
      execFile(process.execPath, [`${ROOT}lib/cli/container/health.mjs`], { env }, (error) =>
        resolve(error?.code ?? 0),
      );
    });
  expect(await check()).toBe(0);
  expect(await check()).toBe(1);
  server.close();
  await once(server, 'close');
  expect(await check()).toBe(1);
  expect(asked.every((path) => isThere(`app${path}/route.ts`))).toBe(true);
});
