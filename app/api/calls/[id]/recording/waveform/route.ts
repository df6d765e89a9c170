import type { waveformSchema } from '@/lib/call/recording/waveform';
import { RECORDING_ROUTES } from '@/lib/reference/routes/recordings';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const GET = handle<{ id: string }, typeof waveformSchema>(
  RECORDING_ROUTES.getWaveform,
  async ({ query, params, who, signal }) => {
    refuseParameters(query);
    return container().recordings.waveform(params.id, { who, signal });
  },
);
