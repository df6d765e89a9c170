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
        The 20 largest; all others are added up in one. With tags a call can be in several groups,
        so that they do not add up to the total.
      </Term>
      <Term term="Bars that are not whole">
        The range or the present cuts them short: they cannot be compared with the others.
      </Term>
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
      </Terms>
    </>
  );
}
