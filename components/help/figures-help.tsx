import { FORMAT_WORDS } from '@/components/calls/export/formats';
import { Term, Terms } from '@/components/reading/terms';
import { COST_LABELS } from '@/lib/call/costs/costs';
import { EXPORT_FORMATS } from '@/lib/call/query/export-query';

/** What the numbers of the cost page mean. */
export function CostsHelp() {
  return (
    <Terms>
      <Term term="A missing cost is not zero">
        Some calls have no cost, or not yet. They are counted apart, and stay out of sums and
        averages.
      </Term>
      <Term term="Cost per call and per minute">
        The sum of all known costs, divided by the calls, or the minutes, that have a cost.
      </Term>
      <Term term="Parts">
        {Object.values(COST_LABELS).join(', ')}. {COST_LABELS.other} is what the total has beyond
        the rest.
      </Term>
      <Term term="Compared with the period before">
        The same length of time just before the range. Without a range nothing is compared.
      </Term>
      <Term term="Groups">
        The 20 that cost most in either period; all others are added up in one. With tags a call can
        be in several groups, so that they do not add up to the total. Where periods are compared
        the largest change comes first; a group whose cost before is not known has no change.
      </Term>
      <Term term="Nobody reached">
        Calls with the status No answer, Busy, Failed, Canceled or AMD Terminated, and calls that
        lasted less than ten seconds. The share is of all calls of the group.
      </Term>
      <Term term="Success">
        Outcomes that you choose, under a name; there can be eight of them, and the link keeps them.
        The cost per success is the cost of all calls divided by the calls with one of its outcomes.
      </Term>
      <Term term="Why did it change">
        The change of cost is taken apart in this order: the number of calls, at what a call cost
        before; their mix, which is calls moving between groups; their length; and the price of a
        minute of each part. Steps that change the cost by less than 1% are told as one. Each step
        leads to its groups.
      </Term>
      <Term term="Bars that are not whole">
        The range or the present cuts them short: they cannot be compared with the others.
      </Term>
    </Terms>
  );
}

/** What the files of an export hold. */
export function ExportsHelp() {
  return (
    <>
      <p className="max-w-prose pb-3">
        An export has every call that matches the filters, not only the page in front of you. It
        needs the role “manager” where people sign in. Before it starts you see what will be in it.
      </p>
      <Terms>
        {EXPORT_FORMATS.map((format) => (
          <Term key={format} term={FORMAT_WORDS[format].label}>
            {FORMAT_WORDS[format].purpose}
          </Term>
        ))}
      </Terms>
    </>
  );
}
