import * as z from 'zod';
import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import { ASKED_MEASURES, MEASURE_STEPS } from '@/lib/call/conversation/keys';
import type { Reader } from '@/lib/server/index/engine/driver';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { ofAskedMeasures } from '@/lib/server/index/measures';
import { barsOf, barsQuestion, measureScales } from '@/lib/server/index/read/histograms';
import type { Overview } from '@/lib/server/index/read/overview';

const barRow = z.object({ measure: z.string(), bar: z.number(), count: z.number() });

/** How the calls are spread over each measure. */
export async function readConversationHistograms(
  reader: Reader,
  where: Sql,
  overview: Overview,
): Promise<ConversationsResponse['histograms']> {
  const scales = measureScales(overview);
  const questions = ASKED_MEASURES.flatMap((key) => {
    const scale = scales[key];
    if (!scale) return [];
    return [
      sql`SELECT ${key} AS measure, b.bar, b.n AS count FROM (${barsQuestion(scale, raw('call'), where)}) b`,
    ];
  });
  const rows =
    questions.length > 0 ? await reader.query(join(questions, ' UNION ALL '), barRow) : [];
  return ofAskedMeasures((key) =>
    barsOf(
      rows.filter(({ measure }) => measure === key),
      scales[key],
      MEASURE_STEPS[key],
    ),
  );
}
