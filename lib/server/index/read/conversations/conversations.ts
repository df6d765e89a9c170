import type { Reader } from '@/lib/server/index/engine/driver';
import { sql } from '@/lib/server/index/engine/sql';
import { codesOf } from '@/lib/server/index/read/codes';
import { conditionsOf } from '@/lib/server/index/read/conditions';
import { rangeOf } from '@/lib/server/index/read/costs/costs';
import { instantTold } from '@/lib/server/index/read/instant-told';
import { type Overview, spanOf } from '@/lib/server/index/read/overview';
import type { ConversationsAnswer, ConversationsQuestion } from '@/lib/server/index/store';
import { refuseUnlessKept } from '@/lib/server/index/transcripts/kept';
import { readConversationGroups } from './groups';
import { readConversationHistograms } from './histograms';
import { readConversationSeries } from './series';
import { NO_SPREADS, SPREADS, spreadsRow, spreadsTold } from './spreads';

/** How the conversations of a question went: in all, by time, by group, and how they are spread. */
export async function readConversations(
  reader: Reader,
  question: ConversationsQuestion,
  overview: Overview,
): Promise<ConversationsAnswer> {
  await refuseUnlessKept(reader);
  const { interval, group_by, now, ...query } = question;
  const span = spanOf(overview);
  const conditions = conditionsOf(query, span, await codesOf(reader, query));
  const where = conditions.except();
  const range = await rangeOf(reader, conditions, query, Date.parse(now));
  const [[totals], series, groups, histograms] = await Promise.all([
    reader.query(sql`SELECT ${SPREADS} FROM call WHERE ${where}`, spreadsRow),
    range ? readConversationSeries(reader, question, { where, range, span }) : [],
    readConversationGroups(reader, where, group_by),
    readConversationHistograms(reader, where, overview),
  ]);
  return {
    totals: spreadsTold(totals ?? NO_SPREADS),
    series,
    groups,
    histograms,
    range: { from: query.from ?? instantTold(range?.from), to: query.to ?? instantTold(range?.to) },
  };
}
