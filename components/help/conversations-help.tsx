import { Term, Terms } from '@/components/reading/terms';
import { MEASURE_DEFINITIONS, UNKNOWN_WORDS } from '@/lib/call/conversation/definitions';
import { MEASURE_KEYS } from '@/lib/call/conversation/keys';

/** What the measures of a conversation mean. */
export function ConversationsHelp() {
  return (
    <Terms>
      {MEASURE_KEYS.map((key) => (
        <Term key={key} id={key} term={MEASURE_DEFINITIONS[key].term}>
          {MEASURE_DEFINITIONS[key].words}
        </Term>
      ))}
      <Term term="Unknown">{UNKNOWN_WORDS}</Term>
    </Terms>
  );
}
