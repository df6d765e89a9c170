import { recordingCodecs } from '@/lib/call/query/routes/recording-query';
import { waveformSchema } from '@/lib/call/recording/waveform';
import { type ApiRoutes, UPSTREAM_PROBLEMS } from '../route';

const PROBLEMS = [
  'not_found',
  'recording_refused',
  'recording_unavailable',
  ...UPSTREAM_PROBLEMS,
] as const;

export const RECORDING_ROUTES = {
  getRecording: {
    method: 'GET',
    path: '/api/calls/{id}/recording',
    summary: 'The sound of a call',
    about:
      'Streamed from where HappyRobot keeps it, whole or the bytes that the header Range asks for, at most 200 MB and 4 hours. Where there is none the problem has a reason: none, not_offered, not_ready or gone. With download=true it is a file, for managers.',
    access: 'listen',
    query: recordingCodecs,
    headers: [{ name: 'range', about: 'The bytes to send, such as bytes=0-65535; one range.' }],
    answer: {
      text: { 'audio/*': 'The sound, in the format that it was recorded in.' },
      partial: true,
    },
    answerHeaders: [
      {
        name: 'content-range',
        about: 'With status 206 and 416: which bytes these are, and of how many.',
      },
      {
        name: 'accept-ranges',
        about: '“none” where the size is not known, so that no range can be asked for.',
      },
      {
        name: 'content-disposition',
        about: 'With download=true: a file name that says which call it was.',
      },
    ],
    problems: ['no_recording', ...PROBLEMS, 'range_not_satisfiable'],
  },
  getWaveform: {
    method: 'GET',
    path: '/api/calls/{id}/recording/waveform',
    summary: 'The shape of the sound of a call',
    about:
      'Of each part at most 800 peaks a channel, 0 to 1, for drawing it. Peaks are there for WAV with PCM, µ-law or A-law; null for other formats. A part that cannot be fetched has no type. Where there is no recording there are no sessions, and a reason.',
    access: 'listen',
    answer: waveformSchema,
    problems: PROBLEMS,
  },
} as const satisfies ApiRoutes;
