import { leastRoleFor } from '@/lib/auth/roles';
import type { ProblemCode } from '@/lib/call/answers/problem';
import { problem } from '@/lib/call/answers/problem-kinds';
import { problemSchema } from '@/lib/call/answers/responses';
import type { Content, Header, Operation, Response } from './document';
import { parametersOf } from './parameters';
import { byStatus, problemsOf } from './problems-of';
import type { ApiRoute } from './route';
import { answerSchema, bodySchema } from './schemas';

export function operationOf(operationId: string, tag: string, route: ApiRoute): Operation {
  const { summary, about, access, body } = route;
  const parameters = parametersOf(route);
  return {
    operationId,
    tags: [tag],
    summary,
    ...(about !== undefined && { description: about }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: json(bodySchema(body)) } }),
    responses: { ...answered(route), ...refused(problemsOf(route)) },
    security: securityOf(route),
    ...(access !== 'open' && { 'x-least-role': leastRoleFor(access) }),
  };
}

function securityOf({ access, security }: ApiRoute): Operation['security'] {
  if (security) return [{ [security]: [] }];
  return access === 'open' ? [] : [{ session: [] }];
}

function answered({ answer, answerHeaders = [] }: ApiRoute): Record<string, Response> {
  if ('redirect' in answer)
    return {
      303: { description: answer.redirect, headers: { location: textHeader('The page.') } },
    };
  const headers = Object.fromEntries(
    answerHeaders.map(({ name, about }) => [name, textHeader(about)]),
  );
  const told = answerHeaders.length > 0 ? { headers } : {};
  if (!('text' in answer))
    return { 200: { description: 'The answer.', ...told, content: json(answerSchema(answer)) } };
  const content = Object.entries(answer.text).map(
    ([media, about]) => [media, { schema: { type: typeIn(media), description: about } }] as const,
  );
  const file = { ...told, content: Object.fromEntries(content) };
  return {
    200: { description: 'The file.', ...file },
    ...(answer.partial && { 206: { description: 'The part asked for.', ...file } }),
  };
}

function typeIn(media: string): 'object' | 'string' {
  return media === 'application/json' ? 'object' : 'string';
}

function refused(codes: readonly ProblemCode[]): Record<string, Response> {
  const known = answerSchema(problemSchema);
  return Object.fromEntries(
    byStatus(codes).map(([status, each]) => [
      status,
      {
        description: each.map((code) => `${code}: ${problem(code, '').title}.`).join(' '),
        content: {
          'application/problem+json': {
            schema: { allOf: [known, { type: 'object', properties: { code: { enum: each } } }] },
          },
        },
      },
    ]),
  );
}

function json(schema: Content[string]['schema']): Content {
  return { 'application/json': { schema } };
}

function textHeader(description: string): Header {
  return { description, schema: { type: 'string' } };
}
