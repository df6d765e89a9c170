'use client';

import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import { Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import { useAddress } from '@/lib/url/use-address';
import { ExtractedGroup } from './extracted-group';
import { noConditions, shownKeys } from './extracted-state';
import { ExtractedStatus } from './extracted-status';
import { groupsAfter, groupsWithout, type ShownGroups } from './shown-groups';
import { useExtractedFacets } from './use-extracted-facets';
import { useFieldWords } from './use-field-words';

const KeyPicker = lazily(() => import('./key-picker'));

/** The extracted values that somebody filters by or wants to, each a group of its own, and the way to more of them. */
export default function ExtractedGroups() {
  const { address, filter } = useAddress();
  const { preferences, setPreferences } = usePage();
  const { extractedGroups: chosen } = preferences;
  const asked = shownKeys(address, chosen);
  const [shown, setShown] = useState<ShownGroups>({ keys: asked, gone: [] });
  const next = groupsAfter(shown, asked);
  if (next !== shown) setShown(next);
  const { keys } = next;
  const adder = useRef<HTMLDivElement>(null);
  const facets = useExtractedFacets(keys);
  const words = useFieldWords(keys.length > 0);
  return (
    <>
      {keys.map((key) => (
        <ExtractedGroup
          key={key}
          of={key}
          label={words.label(key)}
          field={words.field(key)}
          facets={facets}
          onRemove={() => remove(key)}
        />
      ))}
      <div ref={adder} className="border-t border-line px-4 py-3">
        <PopoverButton
          label="Add a filter"
          className="flex h-8 w-full items-center gap-2 rounded-md border border-dashed border-line-strong px-2 text-sm text-muted hover:bg-hover hover:text-text"
          popover={(close) => (
            <Lazily>
              <div className="w-80 max-w-[calc(100vw-2rem)]">
                <KeyPicker
                  label="Find a filter"
                  isChosen={(key) => keys.includes(key)}
                  onChoose={(key) => {
                    if (!chosen.includes(key))
                      setPreferences({ extractedGroups: [...chosen, key] });
                    close();
                  }}
                />
              </div>
            </Lazily>
          )}
        >
          <Plus aria-hidden className="size-4" />
          Add a filter
        </PopoverButton>
      </div>
      <ExtractedStatus facets={facets} keys={keys.length} />
    </>
  );

  /** The button that was pressed goes with its group: the focus goes on to where another is added. */
  function remove(key: string) {
    setShown(groupsWithout(next, key));
    setPreferences({ extractedGroups: chosen.filter((other) => other !== key) });
    filter(noConditions(key));
    adder.current?.querySelector('button')?.focus();
  }
}
