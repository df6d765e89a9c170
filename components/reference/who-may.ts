import type { Operation } from '@/lib/reference/document';

const WHO: Readonly<Record<string, string>> = {
  viewer: 'everybody who is signed in',
  reviewer: 'reviewers and managers',
  manager: 'managers',
};

/** Who may ask an operation, as the end of a sentence that starts with "For". */
export function whoMay({ security, 'x-least-role': role }: Operation): string {
  if (security.some((way) => 'metricsToken' in way)) return 'whoever has the token';
  return WHO[role ?? ''] ?? 'everybody, signed in or not';
}
