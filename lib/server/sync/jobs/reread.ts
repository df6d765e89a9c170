import { toIso } from '@/lib/call/values/instant-bounds';
import type { IndexStore } from '@/lib/server/index/store';
import type { Checkpoint } from '@/lib/server/sync/checkpoint';
import type { CheckpointStore } from '@/lib/server/sync/checkpoint-store';
import type { Clock } from '@/lib/server/sync/clock';
import { type Absences, createAbsences } from '@/lib/server/sync/deletions/absences';
import {
  isBelievable,
  nextSuspicion,
  type Suspicion,
  suspicionWithout,
} from '@/lib/server/sync/deletions/suspicion';
import { goesByTime, goodManners, type Manners } from '@/lib/server/sync/reading/manners';
import type { Ask, Window } from '@/lib/server/sync/reading/reading';
import { rereadSlice, type Slice } from './reread-slice';
import type { Job } from './runner';

/** A range that is read again now and then. */
export type Range = {
  name: keyof Checkpoint['read'];
  /** How far back it reaches from now; null: over everything. */
  spanMs: number | null;
  /** When it is due, given when it was last through. */
  next(last: number): number;
  /** The ranges that are through when it is. */
  covers: readonly (keyof Checkpoint['read'])[];
};

type Parts = {
  range: Range;
  store: IndexStore;
  checkpoints: CheckpointStore;
  ask: Ask;
  clock: Clock;
  manners: Manners;
  /** Hears why what is missing was not believed to be gone. */
  refused: (reason: string) => void;
};

export type RereadJob = Job & {
  hurry(): void;
  /** Believes that what is suspected now was deleted, when the range is read the next time: at once. */
  confirm(): void;
};

type UnderWay = {
  window: Window;
  absences: Absences;
  believed: Suspicion | undefined;
  /** What was believed to be deleted. */
  gone: Set<string>;
};

/** Reads a range again, because calls change without a trace, and takes note of those that are gone. */
export function createRereadJob(parts: Parts): RereadJob {
  const { range, store, checkpoints, ask, clock, manners } = parts;
  const isEverything = range.name === 'everything';
  let underWay: UnderWay | undefined;
  let hurried = false;
  /** What was suspected when somebody said that it is true: it counts whatever else is believed until then. */
  let confirmed: Suspicion | undefined;
  let stepped = Number.NEGATIVE_INFINITY;

  const suspicion = () => checkpoints.checkpoint().suspicions[range.name];

  function begin(): UnderWay {
    const { everything } = checkpoints.checkpoint();
    // What HappyRobot was caught at may be mended: each night it is taken to be.
    if (isEverything) Object.assign(manners, goodManners());
    const from = range.spanMs === null ? null : clock.now() - range.spanMs;
    const left = isEverything ? (everything?.to ?? null) : null;
    const window = { from, to: left === null ? null : Date.parse(left) };
    const before = suspicion();
    const believed =
      confirmed ?? (before && isBelievable(before, clock.now()) ? before : undefined);
    confirmed = undefined;
    return {
      window,
      absences: createAbsences(checkpoints.figures.content().indexed, before),
      believed: believed && { ...believed },
      gone: new Set(),
    };
  }

  /** Only what takes long is worth going on with after a stop. */
  async function noteProgress(rest: Window | null): Promise<void> {
    if (!isEverything || rest === null) return;
    await checkpoints.note({ everything: { to: rest.to === null ? null : toIso(rest.to) } });
  }

  /** What is believed to be deleted goes as it is found; more than was suspected is another matter. */
  async function take({ absences, believed, gone }: UnderWay, slice: Slice): Promise<void> {
    if (believed === undefined || believed.vanished < slice.missing.size)
      return absences.add(slice);
    believed.vanished -= slice.missing.size;
    // Once for each of the reads that it takes.
    for (let read = 0; read < 2; read += 1) await store.markAbsent([...slice.missing]);
    for (const id of slice.missing) gone.add(id);
    absences.add({ ...slice, missing: new Set() });
  }

  async function conclude({ absences }: UnderWay): Promise<Suspicion | undefined> {
    const verdict = absences.verdict();
    if ('missing' in verdict) {
      if (verdict.missing.length > 0) await store.markAbsent(verdict.missing);
      return undefined;
    }
    const { vanished, known } = verdict.loss;
    parts.refused(
      `HappyRobot no longer lists ${vanished} of ${known} calls at once. They stay in the index: too many to be believed.`,
    );
    const next = nextSuspicion(suspicion(), verdict.loss, clock.now());
    // Then it is read once more, and they go.
    if (isBelievable(next, clock.now())) hurried = true;
    return next;
  }

  /** What is suspected of the other ranges: of those that reach further, what was believed here is part. */
  function suspectedElsewhere({ believed, gone }: UnderWay): Checkpoint['suspicions'] {
    const settled: readonly string[] = believed ? range.covers : [range.name];
    const others = Object.entries(checkpoints.checkpoint().suspicions).filter(
      ([name]) => !settled.includes(name),
    );
    return Object.fromEntries(
      others.map(([name, each]) => [name, each && suspicionWithout(each, gone)]),
    );
  }

  async function finish(reading: UnderWay): Promise<void> {
    const found = await conclude(reading);
    const now = toIso(clock.now());
    const { read, everything } = checkpoints.checkpoint();
    const through = Object.fromEntries(range.covers.map((name) => [name, now]));
    await checkpoints.note({
      read: { ...read, ...through },
      everything: isEverything ? null : everything,
      suspicions: { ...suspectedElsewhere(reading), ...(found && { [range.name]: found }) },
    });
    await checkpoints.figures.refresh();
  }

  /** Where neither bounds nor order are heeded, the last day takes as long as everything: others do it. */
  function isPointless(): boolean {
    return range.name === 'day' && !manners.starts && !goesByTime(manners);
  }

  return {
    name: range.name,
    due() {
      if (underWay !== undefined) return stepped;
      if (!checkpoints.isLoaded()) return Number.POSITIVE_INFINITY;
      const { high, backfill, everything, read } = checkpoints.checkpoint();
      if (high === null || (isEverything && backfill !== null) || isPointless())
        return Number.POSITIVE_INFINITY;
      if (hurried || confirmed || (isEverything && everything !== null)) return stepped;
      return range.next(Date.parse(read[range.name]));
    },
    async step() {
      hurried = false;
      underWay ??= begin();
      const keep = async (piece: Parameters<CheckpointStore['keep']>[0]) =>
        void (await checkpoints.keep(piece));
      const slice = await rereadSlice({ store, ask, manners, keep }, underWay.window);
      await take(underWay, slice);
      stepped = clock.now();
      if (slice.rest !== null) {
        underWay.window = slice.rest;
        await noteProgress(slice.rest);
        return;
      }
      const reading = underWay;
      underWay = undefined;
      await finish(reading);
    },
    hurry() {
      hurried = true;
    },
    confirm() {
      if (checkpoints.isLoaded() && !isPointless()) confirmed = suspicion() ?? confirmed;
    },
  };
}
