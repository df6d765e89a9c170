import * as z from 'zod/mini';
import { CallscopeError } from '@/lib/server/errors';
import { handleOpen } from '@/lib/server/http/handle';

const nothingHere = handleOpen({ path: '/api/*', answer: z.never() }, async () => {
  throw new CallscopeError('not_found', 'The API has nothing at this address.');
});

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as HEAD,
  nothingHere as OPTIONS,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
