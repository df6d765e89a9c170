import { expect, it } from 'vitest';
import type { SyncResponse } from '@/lib/call/answers/index-responses';
import { stateSentence, transcriptSentence } from './state-sentences';

const shared = { record: 'connected', leader: false, lag_seconds: 0, reason: null } as const;
const last_success = '2026-11-24T11:59:46Z';

it.each<[string, Partial<SyncResponse>]>([
  ['Up to date.', {}],
  ['Up to date.', { shared }],
  ['As they were when they were last read.', { shared: { ...shared, record: 'away' } }],
  ['Not all of them are there.', { missing: 3, shared: { ...shared, record: 'away' } }],
  ['Only what was looked at is in it.', { last_success: null }],
  ['The last attempt failed; the next follows by itself.', { state: 'error' }],
])('the index says %j', (words, rest) => {
  expect(stateSentence({ state: 'idle', last_success, missing: 0, ...rest })).toBe(words);
});

const waiting = { state: 'waiting', read: 0, without: 0, rate: null, last_error: null } as const;

it.each<[string, Pick<SyncResponse, 'transcripts' | 'shared'>]>([
  ['They are read when all calls were.', { transcripts: waiting }],
  [
    'They are read when all calls were.',
    { transcripts: waiting, shared: { ...shared, leader: true } },
  ],
  [
    'Kept by the instance that reads HappyRobot, and not known to this one.',
    { transcripts: waiting, shared },
  ],
  ['What was said is not kept.', { transcripts: { ...waiting, state: 'off' }, shared }],
])('of transcripts it says %j', (words, sync) => {
  expect(transcriptSentence(sync)).toBe(words);
});
