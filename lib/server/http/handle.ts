import * as z from 'zod/mini';
import { container } from '@/lib/server/boot/container';
import {
  type Incoming,
  type NextHandler,
  type OpenIncoming,
  type OpenRequest,
  openRequest,
  type RequestParts,
  type RouteRule,
} from './request';

type Route<Answer extends z.ZodMiniType> = RouteRule & {
  /** What the answer must look like; what it does not declare does not leave. */
  answer: Answer;
};

type GuardedRoute<Answer extends z.ZodMiniType> = Route<Answer> & {
  access: Exclude<RouteRule['access'], 'open'>;
};

/**
 * Makes a route handler of a function that answers with data: only who may ask gets that far, the answer is held to
 * its schema, failures become problem details, and the request gets an id and a log line without any value of its
 * query.
 */
export function handle<Params, Answer extends z.ZodMiniType>(
  route: GuardedRoute<Answer>,
  answer: (incoming: Incoming<Params>) => Promise<z.input<Answer>>,
  parts: () => RequestParts = container,
): NextHandler<Params> {
  return answering<Params, Answer>(
    route,
    async (open, params) => answer(await open.incoming(params)),
    parts,
  );
}

/** The same for what everybody may ask, signed in or not. */
export function handleOpen<Params, Answer extends z.ZodMiniType>(
  route: Omit<Route<Answer>, 'access'>,
  answer: (incoming: OpenIncoming<Params>) => Promise<z.input<Answer>>,
  parts: () => RequestParts = container,
): NextHandler<Params> {
  return answering<Params, Answer>(
    { ...route, access: 'open' },
    async (open, params) => answer(await open.openIncoming(params)),
    parts,
  );
}

function answering<Params, Answer extends z.ZodMiniType>(
  route: Route<Answer>,
  answer: (open: OpenRequest, params: Promise<Params>) => Promise<z.input<Answer>>,
  parts: () => RequestParts,
): NextHandler<Params> {
  const schema = z.compile(route.answer);
  return async (request, { params }) => {
    const open = openRequest(request, route, parts);
    try {
      const data = await open.during(() => answer(open, params));
      const text = JSON.stringify(z.parse(schema, data));
      open.done();
      return open.respond('application/json', text);
    } catch (error) {
      return open.fail(error);
    }
  };
}
