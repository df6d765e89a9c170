import { expect, test } from 'vitest';
import { partsIn } from './recording-parts';

const url = 'https://storage.example/a.wav?signature=1';
const other = 'https://app.example/calls/1';
const alone = { session: null, url, start: null };

test.each<[unknown]>([
  [url],
  [{ url }],
  [{ recording_url: url }],
  [{ id: 'x', signedUrl: url, expires: 5 }],
  [{ data: { url } }],
  [{ recordings: [{ url }] }],
  [[url]],
  [{ uri: url, url: null }],
  [{ call_url: other, recording_url: url }],
  [{ url: other, recordingUrl: url }],
  [{ call_url: other, url }],
  [{ call_url: other, recording: { url } }],
  [{ call_url: other, data: { recording_url: url } }],
  [{ call_url: other, recordings: [url] }],
  [{ url: other, recordings: [{ url }] }],
  [{ call_url: null, data: { call_url: other, audio: { signed_url: url } } }],
  [{ web_url: other, audio_uri: url, record_url: null }],
])('%j is one part', (answer) => {
  expect(partsIn(answer)).toEqual([alone]);
});

test('several parts have a session each', () => {
  const named = (session_id: unknown) => ({ session_id, url });
  const sessions = (answer: unknown) => partsIn(answer).map(({ session }) => session);
  expect(sessions({ recordings: [named('a'), named('b')] })).toEqual(['a', 'b']);
  expect(sessions([named('a'), named('a'), url])).toEqual(['a', '2', '3']);
  expect(sessions({ recordings: [{ url, session: 7 }, named(null)] })).toEqual(['7', '2']);
});

test.each<[unknown]>([
  [null],
  [42],
  [''],
  ['not there yet'],
  [{ url: null }],
  [{ url: 'ftp://storage.example/a.wav' }],
  [{ url: 'javascript:alert(1)' }],
  [{ recordings: [] }],
  [{ a: { b: { c: { d: { e: { url } } } } } }],
])('%j is none', (answer) => {
  expect(partsIn(answer)).toEqual([]);
});
