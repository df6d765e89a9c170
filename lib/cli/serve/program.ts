/** Whether this runs as `npm run standalone` compiled it, each command a file of its own, and not from its sources. */
export const IS_COMPILED = !import.meta.url.endsWith('.ts');

/** A program of ours that Node starts: its file, below the root, and what Node needs to run it. */
type Program = { file: string; execArgv: string[] };

/** `path` is that of its source from the root, without `.ts`. */
export function programAt(path: string): Program {
  return IS_COMPILED
    ? { file: `${path}.mjs`, execArgv: [] }
    : { file: `${path}.ts`, execArgv: ['--import', 'tsx'] };
}
