import { Term, Terms } from '@/components/reading/terms';

/** What the page of outcomes shows, and what its figures leave out. */
export function OutcomesHelp() {
  return (
    <Terms>
      <Term term="Funnel">
        From all calls to those that reached somebody to each outcome that you choose, with what one
        of them cost: the cost of all calls divided by the calls that came so far. Each count leads
        to its calls.
      </Term>
      <Term term="Numbers">
        Choose an extracted number, such as the agreed rate, to see its sum, average, median or
        spread over time and by group, beside the period before. Units are never mixed: the most
        frequent one counts, and what is left out is named. Numbers are hidden from viewers, and so
        is what they come to.
      </Term>
      <Term term="Two numbers against each other">
        Each point is a pair of numbers and leads to its calls. Beyond 5,000 points calls are
        counted by cell, and a cell leads to exactly the calls that it counts. The correlation is
        Pearson’s, of calls with one number of each.
      </Term>
      <Term term="Fields">
        How often each field is filled, and which are filled less often in the newest full week than
        in the eight weeks before, by a test that the page names. A call counts with 500 keys and
        100 values of each at most, none deeper than 40 levels; where a call has more, its overview
        says so.
      </Term>
    </Terms>
  );
}
