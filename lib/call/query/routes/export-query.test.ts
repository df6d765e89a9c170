import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractedFiltersArbitrary, hostileKey } from '@/lib/call/query/extracted.test-world';
import {
  CALL_COLUMNS,
  type ExportQuery,
  exportQueryParams,
  parseExportQuery,
} from './export-query';

const parse = (text: string) => parseExportQuery(new URLSearchParams(text));

describe('what an export is asked', () => {
  it('is read as it was written, with any extracted values as columns', () => {
    const column = fc.oneof(
      fc.constantFrom(...CALL_COLUMNS),
      hostileKey.map((key) => `x.${key}` as const),
    );
    const columns = fc.uniqueArray(column, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(extractedFiltersArbitrary, columns, (filters, chosen) => {
        const query: ExportQuery = { ...filters, format: 'csv', columns: chosen };
        expect(parse(exportQueryParams(query).toString())).toEqual({ query, problems: [] });
      }),
    );
  });

  it.each([
    ['columns=', 'is empty'],
    ['columns=id,shoe', 'must be columns of the file or x. and keys of extracted values'],
    ['columns=id,x.', 'must be columns of the file or x. and keys of extracted values'],
    ['columns=id&format=jsonl', 'goes with CSV only'],
    ['columns=id&format=focus', 'goes with CSV only'],
  ])('%s %s', (text, message) => {
    expect(parse(text).problems).toEqual([{ field: 'columns', message }]);
  });
});
