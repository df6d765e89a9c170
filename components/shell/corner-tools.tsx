'use client';

import { AccountButton } from './account/account-button';
import { ReviewerButton } from './account/reviewer-button';
import { SignedOutNotice } from './account/signed-out-notice';
import { usePage } from './context/page-context';
import { SyncIndicator } from './sync/sync-indicator';
import { useHelpKey } from './use-help-key';

export default function CornerTools() {
  const { who } = usePage();
  useHelpKey();
  return (
    <>
      <SyncIndicator />
      {who?.account ? <AccountButton account={who.account} role={who.role} /> : <ReviewerButton />}
      <SignedOutNotice />
    </>
  );
}
