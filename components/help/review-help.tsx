import { Term, Terms } from '@/components/reading/terms';

/** What reviewing is, state by state and step by step. */
export function ReviewHelp() {
  return (
    <Terms>
      <Term term="Viewed">
        A call counts as viewed by you after it was open in front of you for two seconds. Passing
        by, or a tab in the background, does not count. A dot marks rows that you have not viewed.
      </Term>
      <Term term="Rated">
        ✅ good, 👎 bad, 🚨 urgent. Everybody rates for themselves and can take a rating back.
      </Term>
      <Term term="Contested ≠">Two people gave the call different ratings.</Term>
      <Term term="Flagged">A note on the call has its flag set.</Term>
      <Term term="Next unreviewed">
        Opens the next call of the list that nobody has rated, or that you have not rated, as chosen
        beside the button. It goes on over the pages of the list and says when it reaches the end.
      </Term>
      <Term term="Notes">
        A note carries your name. You can change and delete your own; managers can those of others.
        What you type is kept in this browser until it is saved. If somebody changed a note while
        you did, you see both and choose.
      </Term>
      <Term term="Undo">
        What you save or delete leaves after five seconds, or when you leave the page. Until then
        Undo takes it back, and nothing is ever sent.
      </Term>
      <Term term="Share a sample">
        So many calls of a view for each of several people, by links: other calls for each, or the
        same for all. They are drawn by a hash of their ids, spread over use cases in proportion, so
        that whoever opens a link sees the same calls. Dates such as “last week” become fixed. What
        is filtered in addition is drawn anew; the walk and the progress stay within the sample.
      </Term>
      <Term term="Agreement">
        Of the calls that two people rated, how many they rated alike, and Cohen’s kappa: what is
        left of that beyond chance. 1 is always alike, 0 is no more than by chance; where both
        always gave one and the same it is not defined. Below 30 calls neither says much.
      </Term>
      <Term term="Who reviews">
        Whoever is signed in. Without sign-in Callscope asks for your e-mail address once, and the
        button at the edge of the page changes it.
      </Term>
    </Terms>
  );
}
