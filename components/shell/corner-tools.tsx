'use client';

import { ReviewerButton } from './reviewer-button';
import { SyncIndicator } from './sync-indicator';

export default function CornerTools() {
  return (
    <>
      <SyncIndicator />
      <ReviewerButton />
    </>
  );
}
