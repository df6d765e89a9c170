import type { Call } from '@/lib/call/call';
import { createReviews } from '@/lib/demo/api/reviews';
import { CARRIERS, type Carrier, fictionalPhone } from './catalogue/people';
import { ORGANIZATION_ID } from './catalogue/use-case';
import { iso } from './central-time';
import { createCosts } from './costs';
import type { Desk, Scene } from './desks/desk';
import type { Draft } from './draft';
import type { Random } from './random';

/** How a call went on the line, before anybody asks what was said. */
type Line = { status: string; answered: boolean; seconds: number };

const OUTBOUND_LINE = [
  ['Completed', 66],
  ['No answer', 15],
  ['AMD Terminated', 9],
  ['Busy', 4],
  ['Failed', 3],
  ['Canceled', 3],
] as const;

const INBOUND_LINE = [
  ['Completed', 94.5],
  ['Canceled', 2.5],
  ['Failed', 2],
  ['No answer', 1],
] as const;

const OWN_NUMBERS = ['+13125550100', '+13125550101', '+14695550102', '+18165550103'];

/** British numbers set aside for drama, for the European desk. */
const europeanPhone = (random: Random) =>
  `+447700900${String(random.int(0, 999)).padStart(3, '0')}`;

/** One call of a desk that began at `created`; with `parent`, another attempt at the same party. */
export function composeCall(random: Random, desk: Desk, created: number, parent?: Call): Draft {
  const carrier = random.pick(carriersFor(desk));
  const useCase = random.weighted(desk.useCases);
  const language = random.weighted(desk.languages);
  const provider = random.weighted(desk.providers);
  const scene = desk.play(random, { carrier, created, language });
  const line = connect(random, desk, scene);
  const outbound = desk.type === 'Outbound';
  const chat = provider === 'Chat';
  const endedAt = created + line.seconds * 1000 + random.int(2, 22) * 1000;
  const reviews = createReviews(random, endedAt);
  const theirNumber =
    useCase.language === 'en-GB'
      ? europeanPhone(random)
      : random.chance(0.8)
        ? carrier.phone
        : fictionalPhone(random);
  const ours = random.pick(OWN_NUMBERS);
  const theirs = (outbound ? parent?.metadata?.to : parent?.metadata?.from) ?? theirNumber;
  const costs =
    line.status === 'Failed' || (line.status === 'Canceled' && !line.answered)
      ? undefined
      : createCosts(random, {
          model: useCase.model,
          seconds: line.seconds,
          endedAt,
          answered: line.answered,
          telephone: provider === 'Twilio',
          detectsMachines: outbound,
          ownLine: desk.ownLine ?? false,
        });
  const campaign = desk.campaigns && random.chance(0.75) ? random.pick(desk.campaigns) : undefined;
  const call: Call = {
    id: callId(random, created),
    organization_id: ORGANIZATION_ID,
    type: desk.type,
    status: line.status,
    provider,
    metadata: {
      call_sid: provider === 'Twilio' ? `CA${random.hex(32)}` : null,
      from: chat ? null : outbound ? ours : theirs,
      to: chat ? null : outbound ? theirs : ours,
      recording_sid: line.answered && provider === 'Twilio' ? `RE${random.hex(32)}` : null,
      tags: line.answered ? (scene.tags ?? []) : parent ? ['retry'] : [],
      custom: custom(random, scene),
    },
    use_case: useCase,
    prompt_id: desk.promptId,
    agent: random.pick(desk.agents),
    language,
    params: scene.params ?? {},
    extraction: line.answered ? scene.extraction : {},
    classification: line.answered ? { tag: scene.tag, reasoning: scene.reasoning } : null,
    created: iso(created),
    duration: line.seconds,
    viewed_by: reviews.viewedBy,
    parent_call_id: parent?.id ?? null,
    notes: reviews.notes,
    samples: reviews.ratings.length > 0 && random.chance(0.1) ? [random.hex(24)] : [],
    ratings: reviews.ratings,
    scheduled_for: null,
    use_backup: random.chance(0.02),
    wait_until_awake: outbound,
    campaign_id: parent?.campaign_id ?? campaign?.id ?? null,
    max_duration_mins: 15,
    transfer_contact_email: line.status === 'Transferred' ? scene.transfer : null,
    ...(costs ? { costs } : {}),
  };
  return { call, endedAt };
}

function connect(random: Random, desk: Desk, scene: Scene): Line {
  const status: string = random.weighted(desk.type === 'Outbound' ? OUTBOUND_LINE : INBOUND_LINE);
  const rings = random.int(4, 38);
  if (status === 'Completed') {
    return {
      status: scene.transfer ? 'Transferred' : status,
      answered: true,
      seconds: scene.seconds,
    };
  }
  if (status === 'AMD Terminated') return { status, answered: false, seconds: rings };
  return { status, answered: false, seconds: status === 'No answer' ? rings : 0 };
}

function custom(random: Random, scene: Scene): Record<string, unknown> {
  const reference = scene.extraction.load_reference;
  const clientId = String(random.int(100, 420));
  return typeof reference === 'string' ? { clientId, orderId: reference } : { clientId };
}

function carriersFor(desk: Desk): readonly Carrier[] {
  const spanish = desk.languages[0]?.[0] === 'es-MX';
  return spanish ? SPANISH_CARRIERS : CARRIERS;
}

const SPANISH_CARRIERS = CARRIERS.filter((carrier) => carrier.spanish);

/** 24 hexadecimal digits that begin with the second of their creation, as object ids do. */
function callId(random: Random, created: number): string {
  return (
    Math.floor(created / 1000)
      .toString(16)
      .padStart(8, '0') + random.hex(16)
  );
}
