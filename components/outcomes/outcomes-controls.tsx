'use client';

import { ControlsBar } from '@/components/costs/controls/controls-bar';
import { CutChoices } from '@/components/costs/controls/cut-choices';
import { showsFields } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';

/** Search, and how outcomes are cut and compared; fields are not. */
export function OutcomesControls() {
  const { address } = useAddress();
  return <ControlsBar>{!showsFields(address) && <CutChoices />}</ControlsBar>;
}
