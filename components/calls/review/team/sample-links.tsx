'use client';

import { CopyButton } from '@/components/calls/drawer/overview/copy-button';
import { plural } from '@/lib/format/number';
import type { Address } from '@/lib/url/address';
import { type SamplePlan, sampleLinks } from './sample-plan';

type SampleLinksProps = {
  view: Address;
  plan: SamplePlan;
  /** How many calls the whole sample has. */
  drawn: number;
};

/** The link of each person, to be copied one by one or all at once. */
export function SampleLinks({ view, plan, drawn }: SampleLinksProps) {
  const links = sampleLinks(view, plan, drawn);
  const whole = (path: string) => `${window.location.origin}${path}`;
  const nameOf = (at: number) => `Reviewer ${at + 1}`;
  return (
    <section aria-label="Links" className="border-t border-line px-4 py-3 text-sm">
      <ul>
        {links.map(({ path, calls }, at) => (
          <li key={nameOf(at)} className="flex min-h-8 items-center gap-3">
            <a
              href={path}
              target="_blank"
              rel="noreferrer"
              className="rounded-sm underline decoration-line-strong underline-offset-3 hover:text-accent"
            >
              {nameOf(at)}
            </a>
            <span className="mr-auto text-muted">{plural(calls, 'call')}</span>
            <CopyButton label={`Copy link of ${nameOf(at)}`} text={() => whole(path)} />
          </li>
        ))}
      </ul>
      {links.length > 1 && (
        <p className="flex min-h-8 items-center border-t border-line">
          <span className="mr-auto text-muted">All links</span>
          <CopyButton
            label="Copy all links"
            text={() =>
              links
                .map(
                  ({ path, calls }, at) =>
                    `${nameOf(at)} (${plural(calls, 'call')}): ${whole(path)}`,
                )
                .join('\n')
            }
          />
        </p>
      )}
    </section>
  );
}
