import { extractedParts } from '@/lib/call/query/extracted';
import { PARAMETER_KEYS } from '@/lib/call/query/filters';
import { parseCallsQuery } from '@/lib/call/query/parse-query';
import type { SharedView } from '@/lib/views/shared-view';
import { asksForNumber } from './numbers/number-questions';
import { maskText } from './numbers/number-text';

/**
 * The shared views for who may not see numbers. One that asks for a number is left out: it would tell the number, and
 * who may not see it could not open it.
 */
export function viewsForViewers(views: readonly SharedView[]): SharedView[] {
  return views
    .filter(({ query }) => !tellsNumber(query))
    .map((view) => ({ ...view, name: maskText(view.name), shared_by: maskText(view.shared_by) }));
}

function tellsNumber(query: string): boolean {
  const params = [...new URLSearchParams(query)];
  const isOurs = (field: string) =>
    extractedParts(field) !== null || PARAMETER_KEYS.some((key) => key === field);
  if (
    params.some(
      ([field, text]) => maskText(field) !== field || (!isOurs(field) && maskText(text) !== text),
    )
  )
    return true;
  const { query: asked, problems } = parseCallsQuery(params.filter(([field]) => isOurs(field)));
  const unread = params.filter(([field]) => problems.some((problem) => problem.field === field));
  return asksForNumber(asked) || unread.some(([, text]) => maskText(text) !== text);
}
