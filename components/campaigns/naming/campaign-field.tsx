'use client';

import { type FormEvent, useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { FIELD } from '@/components/ui/field';
import { MAX_CAMPAIGN_NAME } from '@/lib/call/answers/campaign-responses';
import { shownTerm } from '@/lib/call/values/terms';
import { plural } from '@/lib/format/number';
import type { CampaignRow, Draft } from './campaign-rows';
import { useNameCampaign } from './use-name-campaign';

type CampaignFieldProps = {
  row: CampaignRow;
  /** The id, shortened where it does not differ from the others. */
  shortId: string;
  draft: Draft | undefined;
  onDraft: (draft: Draft | null) => void;
  onSaved: (name: string) => void;
};

/** A campaign and the field of its name. Enter saves. */
export function CampaignField({ row, shortId, draft, onDraft, onSaved }: CampaignFieldProps) {
  const { campaign, calls, name, version } = row;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const typed = draft?.text ?? name ?? '';
  const { save, busy, problem } = useNameCampaign(campaign, (latest) =>
    onDraft({ text: typed, version: latest }),
  );
  return (
    <li className="px-4 py-2">
      <form
        onSubmit={(event) => void submit(event)}
        noValidate
        className="flex flex-wrap items-center gap-x-3 gap-y-1"
      >
        <p className="w-44 min-w-0 text-xs max-sm:w-full">
          <bdi title={campaign} className="block truncate font-mono">
            {shortId}
          </bdi>
          <span className="text-muted">{plural(calls, 'call')}</span>
        </p>
        <input
          ref={input}
          aria-label={`Name of campaign ${shownTerm(campaign)}`}
          aria-describedby={problem ? id : undefined}
          aria-invalid={problem !== null}
          placeholder="No name"
          value={typed}
          maxLength={MAX_CAMPAIGN_NAME}
          autoComplete="off"
          dir="auto"
          onChange={({ target }) => change(target.value)}
          className={`${FIELD} h-8 flex-1 basis-40 px-2.5`}
        />
        {draft && (
          <Button
            type="submit"
            kind="accent"
            size="small"
            aria-disabled={busy}
            aria-label={`Save the name of campaign ${shownTerm(campaign)}`}
          >
            Save
          </Button>
        )}
      </form>
      {problem !== null && (
        <p id={id} role="alert" className="mt-1 text-xs text-bad wrap-anywhere">
          {problem}
        </p>
      )}
    </li>
  );

  function change(text: string) {
    const seen = draft ? draft.version : version;
    // Typed back to what is saved: nothing is left to save.
    onDraft(text === (name ?? '') && seen === version ? null : { text, version: seen });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    // The dialog is drawn inside other forms by React, though not in the document.
    event.stopPropagation();
    if (!draft || busy) return;
    const saved = await save(draft);
    // The button goes with the draft.
    input.current?.focus();
    if (!saved) return;
    onDraft(null);
    onSaved(draft.text.trim());
  }
}
