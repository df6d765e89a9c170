import { isEnough, type Measured } from './measured';
import { type Said, spansOf, unionOf } from './said';

/** The agent's part of the talking. A side whose words have few times would count as silent, so then it is unknown. */
export function talkShareOf(said: readonly Said[]): Measured {
  const [agent, caller] = (['agent', 'caller'] as const).map((speaker) => {
    const own = said.filter((each) => each.speaker === speaker);
    const spans = spansOf(own);
    return { seconds: unionOf(spans), isTimed: isEnough(spans.length, own.length) };
  });
  const basis = { measured: spansOf(said).length, of: said.length };
  if (!agent?.isTimed || !caller?.isTimed) return { value: null, ...basis };
  const both = agent.seconds + caller.seconds;
  const share = Math.round((agent.seconds / both) * 10_000) / 10_000;
  return { value: both > 0 ? share : null, ...basis };
}
