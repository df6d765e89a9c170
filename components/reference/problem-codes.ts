import { PROBLEM_CODES, type ProblemCode } from '@/lib/call/answers/problem';
import type { Operation } from '@/lib/reference/document';

/** The codes that an operation can answer with, in the order of the closed list. */
export function problemCodesOf(responses: Operation['responses']): ProblemCode[] {
  const told = JSON.stringify(
    Object.values(responses).map(({ content }) => content?.['application/problem+json']),
  );
  return PROBLEM_CODES.filter((code) => told.includes(`"${code}"`));
}

export function problemAnchor(code: ProblemCode): string {
  return `problem-${code}`;
}
