import type { ProblemCode } from '@/lib/call/answers/problem';
import { problem } from '@/lib/call/answers/problem-kinds';
import { type ApiRoute, COMMON_PROBLEMS, GUARDED_PROBLEMS } from './route';

/** Everything that a route can answer instead of what was asked for. */
export function problemsOf({ method, access, problems }: ApiRoute): ProblemCode[] {
  return [
    ...new Set<ProblemCode>([
      ...COMMON_PROBLEMS,
      ...(method === 'GET' ? [] : (['cross_site_request'] as const)),
      ...(access === 'open' ? [] : GUARDED_PROBLEMS),
      ...problems,
    ]),
  ];
}

/** The codes by the status that they come with, least first. */
export function byStatus(codes: readonly ProblemCode[]): [status: number, codes: ProblemCode[]][] {
  const groups = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problem(code, '');
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return [...groups].sort(([a], [b]) => a - b);
}
