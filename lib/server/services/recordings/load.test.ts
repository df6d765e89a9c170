import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { CALL, startWorld, wavOf, worldAt } from './recordings.test-world';

const WAV = wavOf(50_000);
const HEADERS = { 'content-type': 'audio/wav', 'content-length': WAV.length };
const who = { who: { role: 'manager', account: null } } as const;
const ids = (count: number) =>
  Array.from({ length: count }, (_, n) => (n + 1).toString(16).padStart(24, '0'));

describe('the shape of a sound', () => {
  test('is read once for all who ask at once', async () => {
    const world = await startWorld({ seconds: 60 });
    const shapes = await Promise.all(Array.from({ length: 20 }, () => world.waveform()));
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
    // Its beginning, and all of it.
    expect(world.asked).toHaveLength(2);
  });

  test('is read on for who stays when others leave', async () => {
    const world = await startWorld({ seconds: 60 });
    const leaving = new AbortController();
    const gone = world.service.waveform(CALL, { ...who, signal: leaving.signal });
    const stays = world.waveform();
    leaving.abort();
    await expect(gone).rejects.toThrow();
    expect((await stays).sessions).toMatchObject([{ duration: 60 }]);
  });

  test('is read of four recordings at once, of others then; there is an end to how many wait', async () => {
    let [open, most] = [0, 0];
    const world = await worldAt((_, response) => {
      open += 1;
      most = Math.max(most, open);
      wait(30).then(() => {
        open -= 1;
        response.writeHead(200, HEADERS).end(WAV);
      });
    });
    for (const id of ids(12)) await world.lay({ id });
    const shapes = await Promise.all(ids(12).map((id) => world.service.waveform(id, who)));
    for (const { sessions } of shapes) expect(sessions).toMatchObject([{ duration: 6.25 }]);
    expect(most).toBe(4);
    const crowd = await Promise.allSettled(
      Array.from({ length: 120 }, (_, n) => world.service.waveform(`${n}`.padStart(24, 'a'), who)),
    );
    const codes = crowd.map((one) => one.status === 'rejected' && one.reason.code);
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(120 - 104);
  });

  test('is not waited for for ever: what has come until then is told', async () => {
    let asked = 0;
    const world = await worldAt(
      (_, response) => {
        asked += 1;
        response.writeHead(200, HEADERS);
        // The second part begins, and then drips.
        if (asked <= 3) return response.end(WAV);
        response.write(WAV.subarray(0, 8_000));
        const timer = setInterval(() => response.write('.'), 20);
        response.on('close', () => clearInterval(timer));
      },
      { form: 'sessions', limits: { waveformMs: 1_000 } },
    );
    expect((await world.waveform()).sessions).toMatchObject([
      { session: 'first', duration: 6.25 },
      { session: 'second', type: null, duration: null },
    ]);
    // It is asked for again the next time: now the first part drips, too.
    await expect(world.waveform()).rejects.toMatchObject({ code: 'recording_unavailable' });
  });
});

test('so many listen at once and no more; who leaves makes room', async () => {
  const world = await startWorld({ seconds: 600, limits: { streams: 2 } });
  const leaving = new AbortController();
  const begin = async (signal?: AbortSignal) => {
    const { body } = await world.sound({}, 'reviewer', signal);
    const pieces = body[Symbol.asyncIterator]();
    await pieces.next();
    return pieces;
  };
  const one = await begin(leaving.signal);
  const other = await begin();
  await expect(world.sound()).rejects.toMatchObject({ code: 'too_many_requests' });
  await other.return?.();
  const third = await begin();
  leaving.abort();
  const toItsEnd = async () => {
    while (!(await one.next()).done);
  };
  await expect(toItsEnd()).rejects.toThrow();
  await vi.waitFor(() => world.sound({ isHead: true }));
  await third.return?.();
  // What nobody reads, as with HEAD, takes no room.
  for (let n = 0; n < 5; n += 1) await world.sound({ isHead: true });
});
