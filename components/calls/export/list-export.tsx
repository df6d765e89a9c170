'use client';

import { useCallsQuery } from '@/components/calls/list/use-calls';
import ExportButton from './export-button';

/** The export of the list. Load it lazily. */
export default function ListExport() {
  return <ExportButton shown={useCallsQuery()} usual="csv" />;
}
