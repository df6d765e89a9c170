'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { FoldingGroup } from '@/components/filters/filter-group';
import { IconButton } from '@/components/ui/button';
import type { ExtractedField } from '@/lib/call/answers/extraction-responses';
import { useAddress } from '@/lib/url/use-address';
import { ExtractedRange } from './extracted-range';
import { boundedKind, conditionOf, countConditions } from './extracted-state';
import { ExtractedValues } from './extracted-values';
import type { ExtractedFacets } from './use-extracted-facets';

type ExtractedGroupProps = {
  /** The key. */
  of: string;
  label: string;
  /** What is known of it besides its values. */
  field: ExtractedField | undefined;
  facets: ExtractedFacets;
  onRemove: () => void;
};

/** What was found out under one key: values to choose, or bounds of numbers and dates. */
export function ExtractedGroup({ of, label, field, facets, onRemove }: ExtractedGroupProps) {
  const { address } = useAddress();
  const [open, setOpen] = useState(true);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const condition = conditionOf(address, of);
  const facet = facets.answer?.fields.find(({ key }) => key === of);
  const bounds = boundedKind(condition, facet ?? field);
  const valued = condition.any !== undefined || condition.none !== undefined;
  return (
    <FoldingGroup
      label={label}
      open={open}
      onFold={() => setOpen(!open)}
      inForce={countConditions(condition)}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      action={
        <IconButton
          label={`Remove the filter ${label}`}
          size="small"
          onClick={onRemove}
          className="absolute top-3 right-3"
        >
          <X aria-hidden className="size-3.5" />
        </IconButton>
      }
    >
      {bounds && (
        <ExtractedRange
          kind={bounds}
          facet={facet}
          label={label}
          condition={condition}
          facets={facets}
        />
      )}
      {(!bounds || valued) && (
        <ExtractedValues
          label={label}
          condition={condition}
          facet={facet}
          facets={facets}
          held={pointed || focused}
        />
      )}
    </FoldingGroup>
  );
}
