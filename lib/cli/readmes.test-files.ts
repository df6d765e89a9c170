import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './steps.mjs';

/** A file of words and where it stands, from the root of the repository. */
type Readme = { path: string; text: string };

const NOT_OURS = ['node_modules', 'test-results', 'playwright-report'];
/** What code and settings are called; other names with a slash can be anything. */
const EXTENSION = /\.(tsx?|mjs|cjs|js|json|css|md|svg|png)$/;
const PATH = /^(\.{1,2}\/)*[a-z@([][\w.()[\]@-]*(\/[\w.()[\]@-]+)*\/?$/;

const folders = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !/^\./.test(entry.name))
  .map(({ name }) => name)
  .filter((name) => !NOT_OURS.includes(name));

/** Every README.md of the repository, that of its root first. */
export const READMES: readonly Readme[] = [
  'README.md',
  ...folders.flatMap(filesIn).filter((path) => path.endsWith('/README.md')),
].map((path) => ({ path, text: fileText(path) }));

/** Everything below a folder, with paths from the root. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
    (path) => `${folder}/${path.replaceAll('\\', '/')}`,
  );
}

export function fileText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The text of the one that stands at a path. */
export function readmeAt(path: string): string {
  const found = READMES.find((readme) => readme.path === path);
  if (!found) throw new Error(`There is no ${path}.`);
  return found.text;
}

/** What the first cell of each row of the tables holds, in backticks. */
export function namesInRows(text: string): string[] {
  return [...text.matchAll(/^\| ([^|]*)\|/gm)].flatMap(([, cell = '']) => codesIn(cell));
}

/** What stands in backticks, outside of blocks of code. */
function codesIn(text: string): string[] {
  return [...prose(text).matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** Links and pictures that lead to a file or a heading of the repository and not to another host. */
export function linksOf(text: string): string[] {
  const all = prose(text).matchAll(/\]\((?:<([^>]+)>|([^)\s]+))\)/g);
  return [...all]
    .map(([, bracketed, bare]) => bracketed ?? bare ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** What in backticks looks like a path: it begins with a folder of the root, or is called like a file of ours. */
export function pathsOf(text: string): string[] {
  return codesIn(text)
    .flatMap((code) => code.split(/\s+/))
    .filter((word) => PATH.test(word))
    .filter(
      (word) => EXTENSION.test(word) || folders.some((folder) => word.startsWith(`${folder}/`)),
    );
}

/** Whether there is a file or a folder at a path from the root. */
export function isThere(path: string): boolean {
  return existsSync(join(ROOT, path));
}

/** What links to the headings of a text are called. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of prose(text).matchAll(/^#{1,6} (.+)$/gm)) {
    const name = slugOf(heading);
    let unique = name;
    for (let count = 1; anchors.has(unique); count += 1) unique = `${name}-${count}`;
    anchors.add(unique);
  }
  return anchors;
}

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** The text without its fenced and indented blocks of code. */
function prose(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '').replace(/(?<=\n\n)(?: {4}.*\n+)+/g, '');
}
