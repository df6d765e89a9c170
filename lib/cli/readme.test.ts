import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { PROBLEM_CODES } from '@/lib/call/answers/problem';
import { createMetrics } from '@/lib/server/observability/metrics';
import {
  anchorsOf,
  filesIn,
  fileText,
  isThere,
  linksOf,
  namesInRows,
  pathsOf,
  READMES,
  readmeAt,
} from './readmes.test-files';

const ROOT_README = readmeAt('README.md');
const MOST_LINES = 180;
const scripts = new Set(Object.keys(JSON.parse(fileText('package.json')).scripts));

describe.each(READMES)('$path', ({ path, text }) => {
  it('has links that lead somewhere, to headings that are there', () => {
    const broken = linksOf(text).filter((target) => {
      const [file = '', anchor] = target.split('#');
      const name = file === '' ? path : join(dirname(path), file);
      return !isThere(name) || (anchor !== undefined && !anchorsOf(fileText(name)).has(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('names files and folders that are there', () => {
    expect(
      pathsOf(text).filter((named) => !isThere(named) && !isThere(join(dirname(path), named))),
    ).toEqual([]);
  });

  it('names commands that are there', () => {
    const named = [...text.matchAll(/\bnpm\s+run\s+([a-z][\w:-]*)/g)].map(
      ([, script = '']) => script,
    );
    expect(named.filter((script) => !scripts.has(script))).toEqual([]);
  });
});

test(`the README of the root has at most ${MOST_LINES} lines`, () => {
  expect(ROOT_README.trimEnd().split('\n').length).toBeLessThanOrEqual(MOST_LINES);
});

describe('variables', () => {
  const sources = ['lib/server/boot/env.ts', 'lib/server/boot/auth-env.ts']
    .map(fileText)
    .join('\n');
  const declared = new Set(
    [...sources.matchAll(/^ {2}([A-Z][A-Z_]+):|\bvariables\.([A-Z][A-Z_]+)\b/gm)].map(
      ([, key, read]) => key ?? read ?? '',
    ),
  );
  const isVariable = (name: string) => /^[A-Z]+(_[A-Z]+)*$/.test(name);

  it('are found in the source', () => {
    expect(declared).toContain('HAPPYROBOT_API_KEY');
    expect(declared).toContain('AUTH_USERS_FILE');
    expect(declared.size).toBeGreaterThan(25);
  });

  it('have a row in the README of the root each, and no other has', () => {
    expect(namesInRows(ROOT_README).filter(isVariable).sort()).toEqual([...declared].sort());
  });

  it('have a line in .env.example each, and no other has', () => {
    const lines = [...fileText('.env.example').matchAll(/^([A-Z_]+)=/gm)];
    expect(lines.map(([, name]) => name).sort()).toEqual([...declared].sort());
  });

  it('of a table elsewhere are declared', () => {
    const elsewhere = READMES.flatMap(({ text }) => namesInRows(text)).filter(isVariable);
    expect(elsewhere.filter((name) => !declared.has(name))).toEqual([]);
  });
});

test('the table of endpoints names every address of the API', () => {
  const told = readmeAt('app/api/README.md');
  const addresses = filesIn('app/api')
    .filter((path) => path.endsWith('/route.ts') && !path.includes('[['))
    .map((path) => path.replace(/^app|\/route\.ts$/g, '').replace(/\[(\w+)\]/g, '{$1}'));
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => !told.includes(address))).toEqual([]);
});

test('the table of codes has every code once, and none that is not there', () => {
  const rows = namesInRows(readmeAt('lib/server/http/README.md'));
  expect(rows.sort()).toEqual([...PROBLEM_CODES].sort());
});

test('the table of metrics has every metric of ours, and none that is not there', async () => {
  const metrics = createMetrics({ process: false });
  const text = await metrics.text({ open: true, calls: 1, rejected: 0, transcripts: 0, lag: 0 });
  const names = [...text.matchAll(/^# HELP (callscope_\w+)/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  const rows = namesInRows(readmeAt('lib/server/observability/README.md'));
  expect(rows.sort()).toEqual(names.sort());
});
