import { describe, expect, it } from 'vitest';
import { hasSeen, reviewStateOf } from './review-state';

const ME = 'me@x.example';
const OTHER = 'other@x.example';
const by = (email: string | null, emoji = '✅') => ({ email, emoji });
const note = (flagged: boolean | null) => ({ id: 'n', flagged });

describe('the state of a call', () => {
  it.each([
    // What has happened, to me, to anybody.
    [{}, 'unseen', 'unseen'],
    [{ viewed_by: null, ratings: null, notes: null }, 'unseen', 'unseen'],
    [{ viewed_by: [], ratings: [], notes: [] }, 'unseen', 'unseen'],
    [{ viewed_by: [OTHER] }, 'unseen', 'seen'],
    [{ viewed_by: [OTHER, ' ME@x.example'] }, 'seen', 'seen'],
    [{ notes: [note(false)] }, 'unseen', 'unseen'],
    [{ viewed_by: [ME], notes: [note(null)] }, 'seen', 'seen'],
    [{ ratings: [by(ME)] }, 'rated', 'rated'],
    [{ ratings: [by(null)] }, 'rated', 'rated'],
    [{ viewed_by: [OTHER], ratings: [by(OTHER)] }, 'rated', 'rated'],
    [{ ratings: [by(ME), by(OTHER)] }, 'rated', 'rated'],
    [{ ratings: [by(ME, '👎'), by(OTHER)] }, 'contested', 'contested'],
    [{ notes: [note(false), note(true)] }, 'flagged', 'flagged'],
    [{ ratings: [by(ME, '👎'), by(OTHER)], notes: [note(true)] }, 'flagged', 'flagged'],
  ])('%j', (call, mine, anybodys) => {
    expect([reviewStateOf(call, ME), reviewStateOf(call, null)]).toEqual([mine, anybodys]);
  });
});

describe('a call is seen', () => {
  it.each([
    [{}, false, false],
    [{ viewed_by: ['Me@X.example'] }, true, true],
    [{ viewed_by: [OTHER] }, false, true],
    [{ ratings: [by(ME)] }, true, true],
    [{ ratings: [by(OTHER)] }, false, true],
    [{ ratings: [by(null)] }, false, true],
  ])('%j', (call, byMe, byAnybody) => {
    expect([hasSeen(call, ME), hasSeen(call, null)]).toEqual([byMe, byAnybody]);
  });
});
