import type { ParameterProblem } from '@/lib/call/query/query';
import { CallscopeError } from '@/lib/server/errors';

/** Throws `invalid_request` that names every parameter which was not understood; does nothing when there is none. */
export function refuse(errors: ParameterProblem[]): void {
  if (errors.length === 0) return;
  const detail = errors.map(({ field, message }) => `${field} ${message}`).join('; ');
  throw new CallscopeError('invalid_request', `${detail}.`, { errors });
}

/** The same for a request that takes no parameters at all. */
export function refuseParameters(query: URLSearchParams): void {
  const fields = [...new Set(query.keys())];
  refuse(fields.map((field) => ({ field, message: 'is not a known parameter' })));
}
