'use client';

import { useEffect, useRef, useState } from 'react';
import { downloadExport, type ExportProgress, saveFile } from '@/lib/api/export';
import { problemOf } from '@/lib/api/get-json';
import type { Problem } from '@/lib/call/answers/problem';
import type { ExportQuery } from '@/lib/call/query/routes/export-query';

export type DownloadState =
  | { phase: 'ready' }
  | { phase: 'running'; progress: ExportProgress }
  | { phase: 'done'; progress: ExportProgress; name: string }
  | { phase: 'failed'; problem: Problem };

type Download = {
  state: DownloadState;
  start: (query: ExportQuery) => void;
  /** Stops what runs and goes back to the choices. */
  reset: () => void;
};

/** One download at a time; it stops when whoever asked for it is gone. */
export function useDownload(): Download {
  const [state, setState] = useState<DownloadState>({ phase: 'ready' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  return { state, start: (query) => void run(query), reset };

  async function run(query: ExportQuery) {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const show = (next: DownloadState) => {
      if (!signal.aborted) setState(next);
    };
    const onProgress = (progress: ExportProgress) => show({ phase: 'running', progress });
    onProgress({ bytes: 0, records: 0, calls: null, before: null });
    try {
      const file = await downloadExport(query, { signal, onProgress });
      signal.throwIfAborted();
      saveFile(file);
      show({ phase: 'done', progress: file.progress, name: file.name });
    } catch (error) {
      show({ phase: 'failed', problem: problemOf(error) });
    }
  }

  function reset() {
    running.current?.abort();
    setState({ phase: 'ready' });
  }
}
