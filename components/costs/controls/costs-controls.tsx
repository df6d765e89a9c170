'use client';

import { costsView } from '@/components/costs/view/view';
import { Lazily, lazily } from '@/components/ui/lazily';
import { costsRange } from '@/lib/url/costs-range';
import { useAddress } from '@/lib/url/use-address';
import { ControlsBar } from './controls-bar';
import { CostsExport } from './costs-export';
import { CutChoices } from './cut-choices';

const NameCampaigns = lazily(() => import('@/components/campaigns/name-campaigns-button'));

/** Search, and how costs are cut and compared. */
export function CostsControls() {
  const { address } = useAddress();
  const { breakdown } = costsView(costsRange(address));
  return (
    <ControlsBar more={<CostsExport />}>
      <CutChoices />
      {breakdown === 'campaign' && (
        <Lazily>
          <NameCampaigns />
        </Lazily>
      )}
    </ControlsBar>
  );
}
