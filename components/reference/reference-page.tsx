import { type Chapter, ReadingPage } from '@/components/reading/reading-page';
import { Section } from '@/components/reading/section';
import type { ApiDocument } from '@/lib/reference/document';
import { Endpoint, type EndpointProps } from './endpoint';
import { ParameterList } from './parameter-list';
import { ProblemList } from './problem-list';
import { ReferenceIntro } from './reference-intro';
import { SchemaList } from './schema-list';

const FILTERS = { anchor: 'filters', title: 'Filters' };
const PROBLEMS = { anchor: 'problems', title: 'Problems' };
const SCHEMAS = { anchor: 'schemas', title: 'Schemas' };

/** The API as its document tells it. */
export function ReferencePage({ document }: { document: ApiDocument }) {
  const { parameters, schemas } = document.components;
  const groups = document.tags.map(({ name, description }) => {
    const endpoints = endpointsOf(document, name);
    return { chapter: chapterOf(name, endpoints), description, endpoints };
  });
  return (
    <ReadingPage chapters={[...groups.map(({ chapter }) => chapter), FILTERS, PROBLEMS, SCHEMAS]}>
      <ReferenceIntro document={document} />
      {groups.map(({ chapter, description, endpoints }) => (
        <Section key={chapter.anchor} chapter={chapter} about={description}>
          {endpoints.map((each) => (
            <Endpoint key={each.operation.operationId} {...each} />
          ))}
        </Section>
      ))}
      <Section
        chapter={FILTERS}
        about="Taken by every address that is about a list of calls. Several values stand in one parameter, separated by commas; a comma inside a value is written %252C. The value (none) stands for calls without any."
      >
        <ParameterList parameters={Object.values(parameters)} />
      </Section>
      <Section
        chapter={PROBLEMS}
        about="What the code of a failed answer means. Its detail says what happened this time."
      >
        <ProblemList />
      </Section>
      <Section
        chapter={SCHEMAS}
        about="Instants are ISO 8601 and durations are in seconds. Optional fields can be absent."
      >
        <SchemaList schemas={schemas} />
      </Section>
    </ReadingPage>
  );
}

function endpointsOf({ paths }: ApiDocument, tag: string): EndpointProps[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags }]) => tags.includes(tag))
      .map(([method, operation]) => ({ method, path, operation })),
  );
}

function chapterOf(title: string, endpoints: readonly EndpointProps[]): Chapter {
  return {
    anchor: title.toLowerCase().replaceAll(' ', '-'),
    title,
    parts: endpoints.map(({ operation: { operationId, summary } }) => ({
      anchor: operationId,
      title: summary,
    })),
  };
}
