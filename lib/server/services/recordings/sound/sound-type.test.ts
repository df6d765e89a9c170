import { expect, test } from 'vitest';
import { soundTypeOf } from './sound-type';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['audio/mpeg', '', 'audio/mpeg'],
  ['Audio/X-WAV; codecs=1', '', 'audio/wav'],
  ['audio/mp3', '', 'audio/mpeg'],
  [undefined, 'RIFF\x10\x00\x00\x00WAVEfmt ', 'audio/wav'],
  ['', 'OggS\x00', 'audio/ogg'],
  ['application/octet-stream', 'fLaC', 'audio/flac'],
  ['binary/octet-stream', '\x00\x00\x00\x20ftypM4A ', 'audio/mp4'],
  [undefined, '\x1a\x45\xdf\xa3', 'audio/webm'],
  [undefined, 'ID3\x04', 'audio/mpeg'],
  [undefined, '\xff\xfb\x90', 'audio/mpeg'],
  [undefined, '\xff\xf1\x50', 'audio/aac'],
  [undefined, '#!AMR\n', 'audio/amr'],
])('%s with %j is %s', (declared, first, type) => {
  expect(soundTypeOf(declared, bytes(first))).toBe(type);
});

test.each([
  ['text/html', 'RIFF\x10\x00\x00\x00WAVEfmt '],
  ['video/mp4', 'ID3'],
  ['audio/', 'words'],
  ['audio/<script>', 'ID3'],
  ['audio/mpegurl', '#EXTM3U'],
  ['audio/x-mpegurl', 'ID3'],
  ['Audio/vnd.apple.mpegurl; charset=utf-8', 'ID3'],
  ['audio/x-scpls', '[playlist]'],
  ['audio/x-ms-wax', '<asx'],
  [undefined, 'RIFF\x10\x00\x00\x00AVI '],
  [undefined, '\xff\xff\xff'],
  [undefined, '\xff\xe8\x00'],
  [undefined, '<html>'],
  [undefined, ''],
])('%s with %j is no sound', (declared, first) => {
  expect(soundTypeOf(declared, bytes(first))).toBeUndefined();
});
