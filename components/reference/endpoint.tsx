import type { ReactNode } from 'react';
import { TEXT_LINK } from '@/components/reading/text-link';
import type { Content, Operation, Parameter } from '@/lib/reference/document';
import { exampleOf } from '@/lib/reference/example';
import { ParameterList } from './parameter-list';
import { problemAnchor, problemCodesOf } from './problem-codes';
import { SchemaView } from './schema-view';
import { whoMay } from './who-may';

export type EndpointProps = { method: string; path: string; operation: Operation };

/** One endpoint: who may ask it, what it takes, what it answers, and what can go wrong. */
export function Endpoint({ method, path, operation }: EndpointProps) {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const own = parameters.filter((each): each is Parameter => 'in' in each);
  return (
    <section
      id={operationId}
      aria-labelledby={`${operationId}-name`}
      className="flex scroll-mt-3 flex-col gap-2 border-t border-line py-5"
    >
      <h3 id={`${operationId}-name`} className="font-semibold">
        <a href={`#${operationId}`} className="hover:underline">
          {summary}
        </a>
      </h3>
      <p className="font-mono text-xs wrap-anywhere">
        <span className="mr-2 rounded bg-neutral-soft px-1.5 py-0.5 font-semibold uppercase">
          {method}
        </span>
        {path}
      </p>
      {description && <p className="max-w-prose">{description}</p>}
      <p className="text-sm text-muted">For {whoMay(operation)}.</p>
      {parameters.length > 0 && (
        <Part title="Parameters">
          {own.length > 0 && <ParameterList parameters={own} />}
          {parameters.length > own.length && (
            <p className="text-sm">
              {own.length > 0 ? 'And all' : 'All'}{' '}
              <a href="#filters" className={TEXT_LINK}>
                filters
              </a>
              {leavesOutPages(parameters) && ', but for limit and offset'}.
            </p>
          )}
        </Part>
      )}
      {requestBody && (
        <Fold title="Body">
          <Contents content={requestBody.content} />
        </Fold>
      )}
      <Answers responses={responses} />
      <Part title="Example">
        <pre className="rounded-md border border-line bg-surface px-3 py-2 font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">
          {exampleOf(method, path, operation)}
        </pre>
      </Part>
      <Fold title="What can go wrong">
        <ul className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
          {problemCodesOf(responses).map((code) => (
            <li key={code}>
              <a href={`#${problemAnchor(code)}`} className={`${TEXT_LINK} font-mono`}>
                {code}
              </a>
            </li>
          ))}
        </ul>
      </Fold>
    </section>
  );
}

function leavesOutPages(parameters: NonNullable<Operation['parameters']>): boolean {
  return !parameters.some((each) => '$ref' in each && each.$ref.endsWith('/limit'));
}

/** What is answered when all goes well. */
function Answers({ responses }: Pick<Operation, 'responses'>) {
  const [status, answer] = Object.entries(responses).find(([each]) => each < '400') ?? [];
  if (!answer) return null;
  const headers = Object.entries(answer.headers ?? {});
  return (
    <Fold title={`Answer ${status}`}>
      {answer.content ? (
        <Contents content={answer.content} />
      ) : (
        <p className="text-sm">{answer.description}</p>
      )}
      {headers.map(([name, { description }]) => (
        <p key={name} className="text-sm">
          <code className="font-mono text-xs">{name}</code>{' '}
          <span className="text-muted">header.</span> {description}
        </p>
      ))}
    </Fold>
  );
}

function Contents({ content }: { content: Content }) {
  return Object.entries(content).map(([type, { schema }]) => (
    <div key={type} className="flex flex-col gap-1">
      <p className="font-mono text-xs text-muted">{type}</p>
      {typeof schema.description === 'string' && <p className="text-sm">{schema.description}</p>}
      {schema.type !== 'string' && <SchemaView schema={schema} />}
    </div>
  ));
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <h4 className="text-xs font-semibold text-muted">{title}</h4>
      {children}
    </div>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="w-fit rounded text-xs font-semibold text-muted hover:text-text">
        {title}
      </summary>
      <div className="flex flex-col gap-2 pt-1.5 pb-1">{children}</div>
    </details>
  );
}
