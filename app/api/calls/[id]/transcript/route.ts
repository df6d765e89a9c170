import type { transcriptSchema } from '@/lib/call/transcript/transcript';
import { CALL_ROUTES } from '@/lib/reference/routes/calls';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const GET = handle<{ id: string }, typeof transcriptSchema>(
  CALL_ROUTES.getTranscript,
  async ({ query, params, who, signal }) => {
    refuseParameters(query);
    return container().reviews.transcript(params.id, { who, signal });
  },
);
