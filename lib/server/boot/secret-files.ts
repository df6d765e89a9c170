type Variables = Readonly<Record<string, string | undefined>>;

/** Variables whose value is a secret: each can be given as the path of a file under its name with `_FILE`. */
const SECRETS = [
  'HAPPYROBOT_API_KEY',
  'SESSION_SECRET',
  'AUTH_OIDC_CLIENT_SECRET',
  'METRICS_TOKEN',
  'DATABASE_URL',
] as const;

/**
 * The variables with the secrets that lie in files, one line of text each, as orchestrators mount them. Problems are
 * lines that name the variable and nothing of the file.
 */
export function withSecretFiles(
  variables: Variables,
  readText: (path: string) => string,
): { variables: Variables; problems: string[] } {
  const found: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of SECRETS) {
    const file = `${name}_FILE`;
    const path = variables[file]?.trim();
    if (!path) continue;
    if (variables[name]?.trim()) {
      problems.push(`${file} and ${name} are both set: keep one, for example ${file}=${path}`);
      continue;
    }
    const text = textOf(path, readText);
    if (text) found[name] = text;
    else {
      // Without the secret Callscope would start as something else: with demo data, or open.
      const problem = text === undefined ? 'that can be read' : 'that is not empty';
      problems.push(`${file} must name a file ${problem}, for example ${file}=/run/secrets/x`);
    }
  }
  return { variables: { ...variables, ...found }, problems };
}

function textOf(path: string, readText: (path: string) => string): string | undefined {
  try {
    return readText(path).trim();
  } catch {
    return undefined;
  }
}
