import { describe, expect, it } from 'vitest';
import type { TranscriptMessage } from '@/lib/call/transcript/transcript';
import { turnsOf } from '@/lib/call/transcript/turns';
import { measuresOf } from './measures';
import { tellsFailure } from './tool-failure';

describe('what a tool gave back', () => {
  it.each([
    '{"error":"no such carrier"}',
    '{"error":{"code":7}}',
    '{"errors":["a"]}',
    '{"success":false}',
    '{"ok":false}',
    '{"isError":true}',
    '{"status":"error"}',
    '{"status":503}',
    '{"statusCode":404,"body":{}}',
    '{"status_code":"500"}',
    '{"body":{"error":"x"}}',
    'Error: ECONNREFUSED',
    '"Timeout after 30 s"',
    '[Traceback (most recent call last)]',
    '**Error:** no such carrier',
    '"{\\"error\\":\\"no such carrier\\"}"',
    'ERROR: null value in column "mc"',
    'Error: 0x80004005',
    'error: 0.5 is no rate',
    '{"error":"null pointer"}',
  ])('%s tells of a failure', (result) => {
    expect(tellsFailure(result)).toBe(true);
  });

  it.each([
    '',
    '{}',
    'null',
    '[]',
    '[{"error":"of one row"}]',
    '{"error":null}',
    '{"error":""}',
    '{"errors":[]}',
    '{"success":true,"error":false}',
    '{"status":"delivered"}',
    '{"status":200}',
    '{"status":401000}',
    'No errors were found',
    'Errors&Co Trucking',
    '{"note":"error"}',
    '{"__proto__":{"error":1}}',
    "{'error': None, 'carrier': 'Acme'}",
    '"{\\"error\\":null}"',
    '{"error": null, "loads": [{"id": 1}, {"i',
    '"error": null, "loads": 4',
    'error: none',
    'Error: None, loads: 4',
    'error = false.',
    'failed: 0, delivered: 4',
    'error: ""',
    'error: none\n4 loads were found',
    '{"error":"none"}',
    '{"error":" Null "}',
    '{"error":"false"}',
  ])('%s does not', (result) => {
    expect(tellsFailure(result)).toBe(false);
  });
});

describe('tool use', () => {
  const calls = (...ids: string[]): TranscriptMessage => ({
    role: 'assistant',
    content: 'One moment',
    tool_calls: ids.map((id) => ({ id, function: { name: 'find' } })),
  });
  const gave = (tool_call_id: string | null, content: string): TranscriptMessage => ({
    role: 'tool',
    tool_call_id,
    content,
  });
  const BAD = '{"error":"x"}';

  it.each<[string, TranscriptMessage[], [number | null, number | null, number]]>([
    ['no tool', [{ role: 'assistant', content: 'Hi' }], [0, 0, 0]],
    ['no agent', [{ role: 'user', content: 'Hi' }], [null, null, 0]],
    ['nobody who spoke', [{ ...calls('a'), content: '' }, gave('a', BAD)], [null, null, 1]],
    ['all answered', [calls('a', 'b'), gave('b', BAD), gave('a', '{}')], [2, 1, 2]],
    ['none answered', [calls('a', 'b')], [2, null, 0]],
    ['some answered', [calls('a', 'b'), gave('a', '{}')], [2, 0, 1]],
    ['answers without a call', [calls('a'), gave(null, BAD), gave(null, BAD)], [2, 2, 2]],
    ['an answer in two parts', [calls('a'), gave('a', BAD), gave('a', BAD)], [1, 1, 1]],
  ])('%s', (_, messages, expected) => {
    const { tool_calls, tool_errors } = measuresOf(turnsOf(messages));
    expect([tool_calls.value, tool_errors.value, tool_errors.measured]).toEqual(expected);
  });
});
