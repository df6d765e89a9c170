import { parseQuery } from '@/lib/call/query/parse-query';
import type { ParameterProblem } from '@/lib/call/query/query';
import { shortText, type Value, yesNo } from '@/lib/call/values/codec';

/** What `GET /api/calls/{id}/recording` takes. */
export const recordingCodecs = {
  /** One of several parts; the first unless given. */
  session: shortText(200),
  /** As a file, for managers. */
  download: yesNo,
} as const;

export type RecordingQuery = {
  [K in keyof typeof recordingCodecs]?: Value<(typeof recordingCodecs)[K]>;
};

/** Reads it strictly: a recording is of one call, so none of the filters goes with it. */
export function parseRecordingQuery(params: Iterable<[string, string]>): {
  query: RecordingQuery;
  problems: ParameterProblem[];
} {
  const all = [...params];
  const isOwn = ([field]: [string, string]) => Object.hasOwn(recordingCodecs, field);
  const { query, problems } = parseQuery(all.filter(isOwn), recordingCodecs);
  const foreign = new Set(all.filter((each) => !isOwn(each)).map(([field]) => field));
  const unknown = [...foreign].map((field) => ({ field, message: 'is not a known parameter' }));
  const { session, download } = query;
  return {
    query: {
      ...(session !== undefined && { session }),
      ...(download !== undefined && { download }),
    },
    problems: [...problems, ...unknown],
  };
}
