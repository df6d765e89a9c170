import Link from 'next/link';
import { KeyList } from '@/components/calls/key-list';
import { KEYS_HELP } from '@/components/figures/charts/keys-help';
import { ReadingPage } from '@/components/reading/reading-page';
import { Section } from '@/components/reading/section';
import { TEXT_LINK } from '@/components/reading/text-link';
import { ConversationsHelp } from './conversations-help';
import { ExtractedHelp } from './extracted-help';
import { CostsHelp, ExportsHelp } from './figures-help';
import { FilterVocabulary } from './filter-vocabulary';
import { ListeningHelp } from './listening-help';
import { OutcomesHelp } from './outcomes-help';
import { ReviewHelp } from './review-help';

const CHAPTERS = {
  filters: { anchor: 'filters', title: 'Filters' },
  extracted: { anchor: 'extracted-values', title: 'Extracted values' },
  review: { anchor: 'review', title: 'Review' },
  listening: { anchor: 'listening', title: 'Listening' },
  costs: { anchor: 'costs', title: 'Costs' },
  conversations: { anchor: 'conversations', title: 'Conversations' },
  outcomes: { anchor: 'outcomes', title: 'Outcomes' },
  exports: { anchor: 'exports', title: 'Exports' },
  keys: { anchor: 'keys', title: 'Keys' },
  programs: { anchor: 'programs', title: 'For programs' },
} as const;

/** What Callscope does, told to those who use it. */
export function HelpPage() {
  return (
    <ReadingPage chapters={Object.values(CHAPTERS)}>
      <h1 className="text-xl font-semibold tracking-tight">Help</h1>
      <p className="max-w-prose pt-3">
        Callscope shows the calls that HappyRobot’s agents made and answered. Filter them, open one,
        read it, hear it, go on to the next. Lists come from HappyRobot; counts, costs and
        everything HappyRobot cannot be asked come from the index, a copy that Callscope keeps up to
        date.
      </p>
      <Section
        chapter={CHAPTERS.filters}
        about="Filters add up: a call is listed if it matches all of them. They are part of the address of the page, so that a link shows others what you see, and they go along from the calls to the costs. Save them as a view to come back to them."
      >
        <FilterVocabulary />
      </Section>
      <Section
        chapter={CHAPTERS.extracted}
        about="What the agent takes down on a call, such as a rate or a lane, differs from use case to use case. All of it can be filtered, sorted and grouped by."
      >
        <ExtractedHelp />
      </Section>
      <Section chapter={CHAPTERS.review}>
        <ReviewHelp />
      </Section>
      <Section chapter={CHAPTERS.listening}>
        <ListeningHelp />
      </Section>
      <Section chapter={CHAPTERS.costs}>
        <CostsHelp />
      </Section>
      <Section
        chapter={CHAPTERS.conversations}
        about="How a conversation went is measured from its transcript, once that was read. It stands in the call’s transcript, in columns of the list that you can choose, in the filters under “Conversation”, in exports, and on the page Conversations, over time and by group."
      >
        <ConversationsHelp />
      </Section>
      <Section
        chapter={CHAPTERS.outcomes}
        about="What the calls came to, and what the numbers that agents found out come to, over all use cases at once and with the filters of the other pages."
      >
        <OutcomesHelp />
      </Section>
      <Section chapter={CHAPTERS.exports}>
        <ExportsHelp />
      </Section>
      <Section
        chapter={CHAPTERS.keys}
        about="Single keys do nothing while you type. They can be turned off in the list that ? opens on the page of calls."
      >
        <KeyList />
        <p className="max-w-prose pt-4">In a chart: {KEYS_HELP}</p>
      </Section>
      <Section chapter={CHAPTERS.programs}>
        <p className="max-w-prose">
          Everything here can be asked for by programs too: see the{' '}
          <Link href="/api-reference" prefetch={false} className={TEXT_LINK}>
            API reference
          </Link>
          .
        </p>
      </Section>
    </ReadingPage>
  );
}
