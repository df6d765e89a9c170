import { Missing } from '@/components/calls/list/table/cells';
import { useCampaignLabel } from '@/components/campaigns/use-campaign-label';
import { Badge } from '@/components/ui/badge';
import type { CallRow } from '@/lib/call/call';
import { formatCount } from '@/lib/format/number';
import { Fact, Facts, Section, Several, Value } from './facts';

/** How the call was set up and who has looked at it. */
export function Details({ call }: { call: CallRow }) {
  const campaign = useCampaignLabel(call.campaign_id);
  const { use_case: useCase, agent, samples, max_duration_mins: longest } = call;
  return (
    <Section title="Details">
      <Facts>
        <Fact label="Type">
          <Value text={call.type} />
        </Fact>
        <Fact label="Use case">
          <Named name={useCase?.name} id={useCase?.id} copy="Copy id of the use case" />
        </Fact>
        <Fact label="Model">
          <Value text={useCase?.model} />
        </Fact>
        <Fact label="Agent">
          <Named name={agent?.name} id={agent?.id} copy="Copy id of the agent" />
        </Fact>
        <Fact label="Language">
          <Value text={call.language} />
        </Fact>
        <Fact label="Provider">
          <Value text={call.provider} />
        </Fact>
        <Fact label="Campaign">
          <Named name={campaign} id={call.campaign_id} copy="Copy id of the campaign" />
        </Fact>
        <Fact label="Tags">
          <Several
            items={call.metadata?.tags}
            draw={(tag) => (
              <Badge>
                <bdi className="wrap-anywhere">{tag}</bdi>
              </Badge>
            )}
          />
        </Fact>
        <Fact label="Viewed by">
          <Several
            items={call.viewed_by}
            draw={(address) => <bdi className="wrap-anywhere">{address}</bdi>}
          />
        </Fact>
        <Fact label="Samples">
          {samples ? formatCount(samples.length) : <Missing>unknown</Missing>}
        </Fact>
        {typeof longest === 'number' && <Fact label="Longest allowed">{longest} min</Fact>}
        {call.use_backup && <Fact label="Backup">Used</Fact>}
        {call.wait_until_awake && <Fact label="Calling hours">Waits until awake</Fact>}
      </Facts>
    </Section>
  );
}

/** What other systems call this call. */
export function Identifiers({ call }: { call: CallRow }) {
  const { metadata } = call;
  return (
    <Section title="Identifiers">
      <Facts>
        <Fact label="Call">
          <Value text={call.id} mono copy="Copy call id" />
        </Fact>
        <Fact label="Call SID">
          <Value text={metadata?.call_sid} mono copy="Copy call SID" />
        </Fact>
        <Fact label="Recording SID">
          <Value text={metadata?.recording_sid} mono copy="Copy recording SID" />
        </Fact>
      </Facts>
    </Section>
  );
}

type Maybe = string | null | undefined;

/** A name with its id below it: names are not unique. */
function Named({ name, id, copy }: { name: Maybe; id: Maybe; copy: string }) {
  return (
    <>
      {name && <Value text={name} />}
      {(id || !name) && <Value text={id} mono copy={copy} />}
    </>
  );
}
