import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '@/lib/call/call';

/** Notes that were sent, by their id; `saved` says whether that was answered. */
export type SentNotes = Map<string, { callId: string; saved: boolean }>;

/** Works on a dashboard until it is gone. What breaks off is no failure here: that is what it is killed for. */
export type Work = (url: string, calls: readonly Call[], notes: SentNotes) => Promise<void>;

const PAGE = 50;
const REVIEWER = 'reviewer@example.com';

const backfill: Work = async (url) => {
  await untilGone(() => read(`${url}/api/sync`));
};

/** Pages from all over the list, which go into the index behind the answer. */
const writeThrough: Work = async (url, calls) => {
  await untilGone(async () => {
    const offset = PAGE * Math.floor((Math.random() * calls.length) / PAGE);
    await read(`${url}/api/calls?offset=${offset}&limit=${PAGE}`);
  });
};

const exporting: Work = async (url) => {
  await untilGone(async () => {
    const answer = await fetch(`${url}/api/calls/export?format=jsonl`);
    for await (const _ of answer.body ?? []) await sleep(0);
  });
};

const noteWriting: Work = async (url, calls, notes) => {
  await untilGone(async () => {
    const callId = calls[Math.floor(Math.random() * calls.length)]?.id ?? '';
    const id = randomBytes(12).toString('hex');
    notes.set(id, { callId, saved: false });
    await sendNote(url, callId, id);
    notes.set(id, { callId, saved: true });
  });
};

const everything: Work = async (...parts) => {
  await Promise.all([writeThrough, exporting, noteWriting].map((work) => work(...parts)));
};

export const WORKS: Record<string, Work> = {
  backfill,
  'write-through': writeThrough,
  export: exporting,
  'note writing': noteWriting,
  'all of it': everything,
};

/** Writes a note; once more with the same id is the same note. */
export async function sendNote(url: string, callId: string, id: string): Promise<void> {
  await send(`${url}/api/calls/${callId}/notes`, { id, content: `Note ${id}` });
}

/** The body of an answer; rejects when it is none or not a good one. */
export async function read(url: string, init?: RequestInit) {
  const answer = await fetch(url, init);
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${body}`);
  return JSON.parse(body);
}

function send(url: string, body: unknown) {
  return read(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'x-reviewer-email': REVIEWER,
    },
    body: JSON.stringify(body),
  });
}

/** Again and again until the connection breaks: every other failure is one. */
async function untilGone(act: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await act();
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}
