import { transcriptSchema } from '@/lib/call/transcript';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuseParameters } from '@/lib/server/refuse';

export const GET = handle<{ id: string }, typeof transcriptSchema>(
  { path: '/api/calls/{id}/transcript', access: 'read', answer: transcriptSchema },
  async ({ query, params, who, signal }) => {
    refuseParameters(query);
    return container().reviews.transcript(params.id, { who, signal });
  },
);
