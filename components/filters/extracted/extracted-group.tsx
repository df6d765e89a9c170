'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { FoldingGroup } from '@/components/filters/filter-group';
import { IconButton } from '@/components/ui/button';
import { useAddress } from '@/lib/url/use-address';
import { ExtractedRange } from './extracted-range';
import { conditionOf, countConditions } from './extracted-state';
import { ExtractedValues } from './extracted-values';
import type { ExtractedFacets } from './use-extracted-facets';

type ExtractedGroupProps = {
  /** The key. */
  of: string;
  label: string;
  facets: ExtractedFacets;
  onRemove: () => void;
};

/** What was found out under one key: values to choose, or bounds of numbers and dates. */
export function ExtractedGroup({ of, label, facets, onRemove }: ExtractedGroupProps) {
  const { address } = useAddress();
  const [open, setOpen] = useState(true);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const condition = conditionOf(address, of);
  const facet = facets.answer?.fields.find(({ key }) => key === of);
  const bounded = facet?.type === 'number' || facet?.format === 'date';
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
      {bounded && (
        <ExtractedRange facet={facet} label={label} condition={condition} facets={facets} />
      )}
      {(!bounded || valued) && (
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
