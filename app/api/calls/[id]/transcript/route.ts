import { transcriptSchema } from '@/lib/call/transcript/transcript';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const GET = handle<{ id: string }, typeof transcriptSchema>(
  { path: '/api/calls/{id}/transcript', access: 'read', answer: transcriptSchema },
  async ({ query, params, who, signal }) => {
    refuseParameters(query);
    return container().reviews.transcript(params.id, { who, signal });
  },
);
