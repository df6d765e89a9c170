'use client';

import { useFieldWords } from '@/components/filters/extracted/use-field-words';

/** What a key is called; it says whether its values are numbers. Load it lazily. */
export default function ExtractedLabel({ of }: { of: string }) {
  const { label, field } = useFieldWords(true);
  return (
    <bdi data-numeric={field(of)?.type === 'number' || undefined} className="truncate">
      {label(of)}
    </bdi>
  );
}
