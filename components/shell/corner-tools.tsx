'use client';

import { AccountButton } from './account-button';
import { usePage } from './page-context';
import { ReviewerButton } from './reviewer-button';
import { SignedOutNotice } from './signed-out-notice';
import { SyncIndicator } from './sync-indicator';

export default function CornerTools() {
  const { who } = usePage();
  return (
    <>
      <SyncIndicator />
      {who?.account ? <AccountButton account={who.account} role={who.role} /> : <ReviewerButton />}
      <SignedOutNotice />
    </>
  );
}
