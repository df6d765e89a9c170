import type { CallRow } from '@/lib/call/call';
import { PROVIDER_TAG_PREFIX } from '@/lib/call/query/focus-columns';

type Tags = Record<string, string | true>;
type Given = Readonly<Record<string, string | null | undefined>>;

/** What HappyRobot says of a charge, each key under its prefix; what is missing is left out. */
export function providerTags(given: Given): Tags {
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) =>
      value ? [[`${PROVIDER_TAG_PREFIX}${key}`, value] as const] : [],
    ),
  );
}

/** Tags that people gave have no value and keep their spelling, unless it is that of a key of HappyRobot's. */
function userTags(tags: readonly string[]): Tags {
  return Object.fromEntries(
    tags.map((tag) => [
      tag.startsWith(PROVIDER_TAG_PREFIX) ? `${PROVIDER_TAG_PREFIX}tags/${tag}` : tag,
      true as const,
    ]),
  );
}

/** What the charges of a call can be grouped by. */
export function tagsOf(call: CallRow): Tags {
  const given = providerTags({
    agent: call.agent?.name || call.agent?.id,
    campaign: call.campaign_id,
    language: call.language,
    model: call.use_case?.model,
    outcome: call.classification?.tag,
    status: call.status,
    type: call.type,
  });
  return { ...userTags(call.metadata?.tags ?? []), ...given };
}
