'use client';

import { useMoney } from '@/components/costs/view/use-costs-view';
import { Term, Terms } from '@/components/reading/terms';
import type { OutlookResponse } from '@/lib/call/answers/outlook-responses';
import { plural } from '@/lib/format/number';
import { OUTLOOK_DEFINITIONS } from './definitions';
import { knownSince } from './outlook-words';

/** What limits these figures, and what their words mean. */
export function OutlookNotes({ data, zone }: { data: OutlookResponse; zone: string }) {
  const money = useMoney();
  const { forecast, known_from, month, meta } = data;
  const late = forecast?.late;
  return (
    <div className="mt-2 space-y-1 text-xs text-muted">
      {!meta.coverage.complete && (
        <p>The index has not read all calls yet: what is shown is at least what the month cost.</p>
      )}
      {known_from !== null && known_from > month.from && (
        <p>Such calls are known from {knownSince(known_from, zone)} only.</p>
      )}
      {late !== undefined && late.calls > 0 && (
        <p>
          More calls than usual have no cost yet: the forecast counts {money(late.total)} for{' '}
          {plural(late.calls, 'call')}.
        </p>
      )}
      <details>
        <summary className="w-fit cursor-pointer rounded py-1 font-medium text-accent">
          How this is worked out
        </summary>
        <div className="mt-1 max-w-3xl text-text">
          <Terms>
            {OUTLOOK_DEFINITIONS.map(({ id, term, meaning }) => (
              <Term key={id} term={term}>
                {meaning}
              </Term>
            ))}
          </Terms>
        </div>
      </details>
    </div>
  );
}
