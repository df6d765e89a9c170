import { Term, Terms } from '@/components/reading/terms';
import { PARAMETER_WORDS } from '@/lib/call/query/parameter-words';

const FAMILY = ['x.KEY', 'not_x.KEY', 'min_x.KEY', 'max_x.KEY', 'has_x.KEY'] as const;

/** What agents found out, and what can be asked of it. */
export function ExtractedHelp() {
  return (
    <>
      <Terms>
        <Term term="A filter of its own">
          “Add a filter”, below the other filters, lists everything that agents found out, by use
          case and with how often it is filled. What you choose is a filter like the others: values
          with their counts, or bounds of numbers and dates over a histogram, and calls that have
          none. It stays in this browser until you remove it.
        </Term>
        <Term term="A column">
          “Columns” offers the same under “Extracted values”. Click its name to sort all calls by
          it, largest first; calls without a value come last. Exports have a column for each value
          that you choose in their dialog.
        </Term>
        <Term term="On a call">
          Each value in the overview leads to the calls that share it, to those that do not, to a
          column, and to the turn in which it was said, where the transcript has it. What the use
          case requires and the agent did not find out is marked.
        </Term>
        <Term term="Numbers and dates">
          A value is a number if all of it is one, however it is written: 1250, 1,250, $1,250.00,
          1250 USD or 45k lbs. Codes with leading zeros, phone numbers and long ids are none. Dates
          are days as 2026-11-30 or 11/30/2026, and instants; days without a zone are the same in
          every zone.
        </Term>
        <Term term="Groups and commands">
          Costs and conversations can be grouped by any of them. In the command palette type rate
          &gt; 2000 or equipment reefer.
        </Term>
      </Terms>
      <h3 className="pt-5 pb-2 font-semibold">In links and questions</h3>
      <Terms>
        {FAMILY.map((name) => (
          <Term key={name} term={<code className="font-mono text-xs">{name}</code>}>
            {PARAMETER_WORDS[name]}
          </Term>
        ))}
      </Terms>
    </>
  );
}
