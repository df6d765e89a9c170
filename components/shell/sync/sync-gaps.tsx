'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { confirmDeletions, syncQueryOptions } from '@/lib/api/sync';
import type { SyncResponse } from '@/lib/call/answers/index-responses';
import { formatCount, plural } from '@/lib/format/number';

/** Where the index and HappyRobot disagree about which calls there are; nothing when they agree. */
export function SyncGaps({ sync, mayConfirm }: { sync: SyncResponse; mayConfirm: boolean }) {
  const { missing, suspicion, upstream_count: total } = sync;
  return (
    <>
      {missing > 0 && total !== null && (
        <p>
          HappyRobot counts {plural(total, 'call')}, the index has {formatCount(sync.indexed)}. The
          others are being searched for.
        </p>
      )}
      {suspicion && (
        <div className="flex flex-col items-start gap-2">
          <p>
            HappyRobot no longer lists {formatCount(suspicion.vanished)} of{' '}
            {plural(suspicion.known, 'call')}. They stay in the index: so many at once may be a
            fault. If it stays so for a day, they are taken for deleted.
          </p>
          {mayConfirm && <ConfirmButton />}
        </div>
      )}
    </>
  );
}

function ConfirmButton() {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  return (
    <Button size="small" onClick={confirm} aria-disabled={asking}>
      They were deleted
    </Button>
  );

  async function confirm() {
    if (asking) return;
    setAsking(true);
    await confirmDeletions();
    await client.refetchQueries({ queryKey: syncQueryOptions.queryKey });
    setAsking(false);
  }
}
