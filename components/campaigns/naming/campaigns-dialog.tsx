'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { ProblemView } from '@/components/calls/problem-view';
import { useTime } from '@/components/shell/context/time-context';
import { IconButton } from '@/components/ui/button';
import { WIDE_FIELD } from '@/components/ui/field';
import Sheet from '@/components/ui/sheet';
import { campaignsQueryOptions } from '@/lib/api/campaigns';
import { facetsQueryOptions } from '@/lib/api/facets';
import { problemOf } from '@/lib/api/get-json';
import { shortenedApart } from '@/lib/call/values/shorten-apart';
import { shownTerm } from '@/lib/call/values/terms';
import { plural } from '@/lib/format/number';
import { CampaignField } from './campaign-field';
import {
  type CampaignRow,
  campaignRows,
  type Draft,
  type Drafts,
  rowsFound,
} from './campaign-rows';

/** More than so many are found by what is typed. */
const SHOWN = 100;
/** From so many on they can be searched. */
const SEARCHED_FROM = 8;
const ID_LENGTH = 22;

type CampaignsDialogProps = {
  drafts: Drafts;
  onDrafts: (change: (drafts: Drafts) => Drafts) => void;
  onClose: () => void;
  finalFocus: RefObject<HTMLElement | null>;
};

/** All campaigns with a field each for their name. Load it lazily. */
export default function CampaignsDialog(props: CampaignsDialogProps) {
  const { onClose, finalFocus } = props;
  const { zone } = useTime();
  const names = useQuery(campaignsQueryOptions);
  const facets = useQuery(facetsQueryOptions({ timezone: zone }));
  const failed = [names, facets].find(({ error }) => error);
  return (
    <Sheet label="Name campaigns" side="center" onClose={onClose} finalFocus={finalFocus}>
      <div className="sticky top-0 z-10 flex items-start gap-2 border-b border-line bg-raised px-4 py-3">
        <div className="mr-auto">
          <h2 className="text-base font-semibold">Name campaigns</h2>
          <p className="text-sm text-muted">
            Everybody sees the names in place of ids. Exports of calls keep the ids.
          </p>
        </div>
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      {failed?.error ? (
        <ProblemView
          compact
          problem={problemOf(failed.error)}
          onRetry={() => void failed.refetch()}
        />
      ) : names.data && facets.data ? (
        <Campaigns {...props} rows={campaignRows(facets.data.facets.campaigns, names.data)} />
      ) : (
        <p role="status" className="p-4 text-sm text-muted">
          Loading campaigns…
        </p>
      )}
    </Sheet>
  );
}

function Campaigns({ rows, drafts, onDrafts }: CampaignsDialogProps & { rows: CampaignRow[] }) {
  const [text, setText] = useState('');
  const [told, setTold] = useState('');
  const outdate = useOutdating();
  const found = rowsFound(rows, text);
  const shown = found.slice(0, SHOWN);
  const ids = shortenedApart(
    shown.map(({ campaign }) => shownTerm(campaign)),
    ID_LENGTH,
  );
  return (
    <>
      {rows.length >= SEARCHED_FROM && (
        <div className="px-4 pt-3">
          <input
            type="search"
            aria-label="Find a campaign by id or name"
            placeholder="Find by id or name…"
            value={text}
            autoComplete="off"
            onChange={({ target }) => setText(target.value)}
            className={WIDE_FIELD}
          />
        </div>
      )}
      <p role="status" className="sr-only">
        {told}
      </p>
      {rows.length === 0 && <p className="p-4 text-sm text-muted">No call has a campaign.</p>}
      {rows.length > 0 && found.length === 0 && (
        <p className="p-4 text-sm text-muted">No campaign has this in its id or name.</p>
      )}
      <ul aria-label="Campaigns" className="divide-y divide-line py-1">
        {shown.map((row, at) => (
          <CampaignField
            key={row.campaign}
            row={row}
            shortId={ids[at] ?? row.campaign}
            draft={drafts.get(row.campaign)}
            onDraft={(draft) => onDrafts((before) => withDraft(before, row.campaign, draft))}
            onSaved={(name) => {
              outdate();
              setTold(name === '' ? 'Name removed' : `Saved: ${name}`);
            }}
          />
        ))}
      </ul>
      {found.length > shown.length && (
        <p className="px-4 pb-3 text-xs text-muted">
          {plural(found.length - shown.length, 'more campaign')} can be found by id or name.
        </p>
      )}
    </>
  );
}

function withDraft(drafts: Drafts, campaign: string, draft: Draft | null): Drafts {
  const next = new Map(drafts);
  if (draft) next.set(campaign, draft);
  else next.delete(campaign);
  return next;
}

/** What says names is read anew when the dialog closes: all of it is behind the dialog, and several names make one. */
function useOutdating(): () => void {
  const client = useQueryClient();
  const isOutdated = useRef(false);
  useEffect(
    () => () => {
      if (!isOutdated.current) return;
      for (const key of ['facets', 'costs']) void client.invalidateQueries({ queryKey: [key] });
    },
    [client],
  );
  return () => {
    isOutdated.current = true;
  };
}
