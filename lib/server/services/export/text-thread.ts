import { parentPort, workerData } from 'node:worker_threads';
import type { PackedCalls } from '@/lib/server/index/documents/packed-calls';
import { pieceWriter, type TextOptions } from './text';

/** A thread that answers each piece with its text. Started by text-threads.ts alone, which says what it gets. */
const textOf = pieceWriter(workerData as TextOptions);

parentPort?.on('message', (piece: PackedCalls) => {
  const text = textOf(piece);
  parentPort?.postMessage(text, [text.buffer]);
});
