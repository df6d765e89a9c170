import clsx from 'clsx';
import { CircleCheck, CircleHelp, CircleX, TriangleAlert } from 'lucide-react';
import type { Finding } from '@/lib/call/answers/upstream-check';
import { plural } from '@/lib/format/number';

const LOOKS = {
  fails: { Icon: CircleX, color: 'text-bad', label: 'Fails' },
  differs: { Icon: TriangleAlert, color: 'text-warn', label: 'Differs' },
  unknown: { Icon: CircleHelp, color: 'text-muted', label: 'Not known' },
  ok: { Icon: CircleCheck, color: 'text-good', label: 'As documented' },
} as const;

/** What a check found: what concerns somebody first, the rest folded. */
export function ConnectionFindings({ findings }: { findings: readonly Finding[] }) {
  const of = (outcome: Finding['outcome']) =>
    findings.filter((finding) => finding.outcome === outcome);
  return (
    <>
      <FindingList findings={[...of('fails'), ...of('differs')]} />
      <Folded findings={of('unknown')} title="could not be told" />
      <Folded findings={of('ok')} title="as documented" />
    </>
  );
}

function Folded({ findings, title }: { findings: readonly Finding[]; title: string }) {
  if (findings.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer rounded text-muted hover:text-text">
        {plural(findings.length, 'thing')} {title}
      </summary>
      <div className="pt-2">
        <FindingList findings={findings} />
      </div>
    </details>
  );
}

function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {findings.map(({ subject, outcome, detail }) => {
        const { Icon, color, label } = LOOKS[outcome];
        return (
          <li key={`${subject} ${detail}`} className="flex gap-2">
            <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', color)} />
            <p className="min-w-0 wrap-anywhere">
              <span className="sr-only">{label}: </span>
              <strong className="font-medium">{subject}</strong>{' '}
              <bdi className="text-muted">{detail}</bdi>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
