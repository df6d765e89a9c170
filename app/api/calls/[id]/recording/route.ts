import { parseRecordingQuery } from '@/lib/call/query/routes/recording-query';
import { RECORDING_ROUTES } from '@/lib/reference/routes/recordings';
import { container } from '@/lib/server/boot/container';
import { handleStream } from '@/lib/server/http/handle-stream';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handleStream<{ id: string }>(
  RECORDING_ROUTES.getRecording,
  async ({ query: given, params, headers, who, signal, isHead }) => {
    const { query, problems } = parseRecordingQuery(given);
    refuse(problems);
    // Nothing that it could be compared with is ever told: a condition is never met, and all of it is sent.
    const range = headers.has('if-range') ? null : headers.get('range');
    return container().recordings.sound(params.id, { ...query, range, isHead }, { who, signal });
  },
);
