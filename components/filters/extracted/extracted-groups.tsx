'use client';

import { Plus } from 'lucide-react';
import { usePage } from '@/components/shell/context/page-context';
import { Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import { useAddress } from '@/lib/url/use-address';
import { ExtractedGroup } from './extracted-group';
import { noConditions, shownKeys } from './extracted-state';
import { useExtractedFacets } from './use-extracted-facets';
import { useFieldWords } from './use-field-words';

const KeyPicker = lazily(() => import('./key-picker'));

/** The extracted values that somebody filters by or wants to, each a group of its own, and the way to more of them. */
export default function ExtractedGroups() {
  const { address, filter } = useAddress();
  const { preferences, setPreferences } = usePage();
  const { extractedGroups: chosen } = preferences;
  const keys = shownKeys(address, chosen);
  const facets = useExtractedFacets(keys);
  const words = useFieldWords(keys.length > 0);
  return (
    <>
      {keys.map((key) => (
        <ExtractedGroup
          key={key}
          of={key}
          label={words.label(key)}
          facets={facets}
          onRemove={() => {
            setPreferences({ extractedGroups: chosen.filter((other) => other !== key) });
            filter(noConditions(key));
          }}
        />
      ))}
      <div className="border-t border-line px-4 py-3">
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
    </>
  );
}
