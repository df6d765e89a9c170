'use client';

import { useEffect } from 'react';

/** Something that must be known to read the figures. */
export type Fact = { name: string; value: string };

type PrintHeadingProps = {
  title: string;
  facts: readonly Fact[];
  /** What the browser calls the file when the page is saved as PDF. */
  fileName: string;
};

/** What stands at the top of the paper. It is there while the page is printed only. */
export function PrintHeading({ title, facts, fileName }: PrintHeadingProps) {
  useEffect(() => {
    const { title: before } = document;
    document.title = fileName;
    return () => {
      document.title = before;
    };
  }, [fileName]);
  return (
    <div className="hidden border-b border-line-strong pb-3 print:block">
      <h1 className="text-[22px] leading-7 font-semibold">{title}</h1>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 text-xs">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="wrap-anywhere">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
