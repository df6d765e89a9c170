import { describe, expect, it } from 'vitest';
import { parseRoleMap, roleOf } from './role-map';

describe('the map from groups to roles', () => {
  it.each([
    [
      'callscope-managers=manager,callscope-reviewers=reviewer,*=viewer',
      { 'callscope-managers': 'manager', 'callscope-reviewers': 'reviewer', '*': 'viewer' },
    ],
    [' a = viewer , b=manager ', { a: 'viewer', b: 'manager' }],
    ['a:b/c.d=reviewer', { 'a:b/c.d': 'reviewer' }],
    ['Team of Ana=viewer', { 'Team of Ana': 'viewer' }],
  ])('reads %j', (text, map) => {
    expect(parseRoleMap(text)).toEqual(map);
  });

  it.each([
    '',
    ' ',
    'a',
    '=viewer',
    'a=',
    'a=admin',
    'a=Viewer',
    'a=viewer,',
    ',a=viewer',
    'a=viewer,,b=viewer',
    'a=viewer,a=manager',
    'a=viewer,a=viewer',
    'a=viewer;b=manager',
    'a;b=manager',
    'cn=calls=reviewer',
  ])('refuses %j', (text) => {
    expect(parseRoleMap(text)).toBeUndefined();
  });

  it('is no prototype: the names of its inside are groups like others', () => {
    const map = parseRoleMap('__proto__=manager,constructor=viewer') ?? {};
    expect(roleOf({ groups: '__proto__' }, 'groups', map)).toBe('manager');
    expect(roleOf({ groups: 'constructor' }, 'groups', map)).toBe('viewer');
    expect(roleOf({ groups: 'toString' }, 'groups', map)).toBeUndefined();
  });
});

describe('the role that claims give', () => {
  const map = { m: 'manager', r: 'reviewer', v: 'viewer' } as const;

  it.each([
    ['the highest, whatever comes first', { groups: ['v', 'm', 'r'] }, 'groups', 'manager'],
    ['a claim inside another', { a: { b: { c: ['r'] } } }, 'a.b.c', 'reviewer'],
    [
      'a name with dots of its own',
      { 'https://x.example/roles': 'v' },
      'https://x.example/roles',
      'viewer',
    ],
    ['nothing on the way', { a: null }, 'a.b', undefined],
    ['a text on the way', { a: 'm' }, 'a.length', undefined],
    ['what an array has by itself', { a: ['m'] }, 'a.length', undefined],
    ['what every thing has', {}, 'constructor.name', undefined],
    ['no such claim', {}, 'groups', undefined],
  ])('is found: %s', (_what, claims, path, role) => {
    expect(roleOf(claims, path, map)).toBe(role);
  });

  it('is at least that of everybody', () => {
    expect(roleOf({ groups: ['r'] }, 'groups', { ...map, '*': 'viewer' })).toBe('reviewer');
    expect(roleOf({ groups: ['v'] }, 'groups', { ...map, '*': 'reviewer' })).toBe('reviewer');
  });
});
