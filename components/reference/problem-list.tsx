import { Term, Terms } from '@/components/reading/terms';
import { PROBLEM_CODES } from '@/lib/call/answers/problem';
import { problem } from '@/lib/call/answers/problem-kinds';
import { problemAnchor } from './problem-codes';

/** Every code of a failed answer, with its title and status. */
export function ProblemList() {
  return (
    <Terms>
      {PROBLEM_CODES.map((code) => {
        const { status, title } = problem(code, '');
        return (
          <Term
            key={code}
            id={problemAnchor(code)}
            term={<code className="font-mono text-xs">{code}</code>}
          >
            {title} <span className="text-muted">({status})</span>
          </Term>
        );
      })}
    </Terms>
  );
}
