import * as z from 'zod/mini';
import { container } from './container';
import type { Log } from './log';
import { type Incoming, type NextHandler, openRequest } from './request';

type Route<Answer extends z.ZodMiniType> = {
  /** The pattern of the path, as log lines name it: `/api/calls/{id}`. */
  path: string;
  /** What the answer must look like; what it does not declare does not leave. */
  answer: Answer;
};

/**
 * Makes a route handler of a function that answers with data: the answer is held to its schema, failures become
 * problem details, and the request gets an id and a log line without any value of its query.
 */
export function handle<Params, Answer extends z.ZodMiniType>(
  route: Route<Answer>,
  answer: (incoming: Incoming<Params>) => Promise<z.input<Answer>>,
  log: () => Log = () => container().log,
): NextHandler<Params> {
  const schema = z.compile(route.answer);
  return async (request, { params }) => {
    const open = openRequest(request, route.path, log);
    try {
      const data = await answer(await open.incoming<Params>(params));
      const text = JSON.stringify(z.parse(schema, data));
      open.done();
      return open.respond('application/json', text);
    } catch (error) {
      return open.fail(error);
    }
  };
}
