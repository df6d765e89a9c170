import { FORMAT_WORDS } from '@/components/calls/export/formats';
import { OUTLOOK_DEFINITIONS } from '@/components/costs/outlook/definitions';
import { Term, Terms } from '@/components/reading/terms';
import { COST_LABELS } from '@/lib/call/costs/costs';
import { DEFINITIONS } from '@/lib/call/costs/definitions';
import { keysOf } from '@/lib/call/query/filters';
import { PROVIDER_TAG_PREFIX } from '@/lib/call/query/focus-columns';
import { EXPORT_FORMATS } from '@/lib/call/query/routes/export-query';

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
      {keysOf(DEFINITIONS).map((what) => (
        <Term key={what} id={what} term={DEFINITIONS[what].term}>
          {DEFINITIONS[what].words}
        </Term>
      ))}
      <Term term="Parts">
        {Object.values(COST_LABELS).join(', ')}. {COST_LABELS.other} is what the total has beyond
        the rest.
      </Term>
      <Term term="Compared with the period before">
        Whole months, quarters, years and weeks: as many just before. What is not over yet, such as
        today or this month: the same part of the one before; a day is compared with the same
        weekday. Other ranges: as many days just before, by the clocks of the time zone. A year
        earlier means the same dates, or 52 weeks earlier where weekdays matter. Where calls are
        known from later on only, nothing is compared.
      </Term>
      <Term term="Grey changes">
        Smaller than what chance makes: how far the last eight whole weeks lie from their average
        (standard deviation), for the difference of two periods of this length. Four weeks must be
        known, or nothing is judged.
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
      {OUTLOOK_DEFINITIONS.map(({ id, term, meaning }) => (
        <Term key={id} id={id} term={term}>
          {meaning}
        </Term>
      ))}
      <Term term="On paper and in slides">
        Print, or Ctrl P, puts every figure and its table on paper, or into a PDF. PNG and Copy give
        a figure as a picture, twice as fine as on screen and light unless told otherwise; Copy
        gives its table too. Each of them names range, comparison, filters and time zone.
      </Term>
      <Term term="Files of figures">
        CSV has the numbers unrounded; each row names the currency, the range and the one it is
        compared with.
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
        <Term term="Charges of FOCUS">
          They add up to the total of the cost page. A call without a cost has no charge. An amount
          below zero is an adjustment. What was consumed are minutes, or calls where nobody knows
          how long they were. HappyRobot tells amounts and no unit prices, so a call, or a day, is
          priced at its amount. Tags of HappyRobot begin with <code>{PROVIDER_TAG_PREFIX}</code>,
          those of yours are as you gave them. For a finance tool choose “A program”: then every
          text is as it was.
        </Term>
        <Term term="The metadata file">
          It goes beside charges and says what their columns are, which version of FOCUS they keep
          to, what they add up to, how many calls have no cost, and which are odd.
        </Term>
      </Terms>
    </>
  );
}
