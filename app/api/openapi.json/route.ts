import { apiDocument } from '@/lib/reference/openapi';
import { SERVER_ROUTES } from '@/lib/reference/routes/server';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

/** Made once: it changes with the program only. */
const document = apiDocument();

export const GET = handle(SERVER_ROUTES.getOpenApi, async ({ query }) => {
  refuseParameters(query);
  return document;
});
