import Link from 'next/link';
import { TEXT_LINK } from '@/components/reading/text-link';
import type { ApiDocument } from '@/lib/reference/document';

/** What holds for every address of the API. */
export function ReferenceIntro({ document: { info } }: { document: ApiDocument }) {
  return (
    <header className="flex flex-col gap-3">
      <h1 className="text-xl font-semibold tracking-tight">API reference</h1>
      <p className="max-w-prose">
        Everything that the pages of Callscope show can be asked for by programs. This is version{' '}
        {info.version}, drawn from the{' '}
        <a href="/api/openapi.json" className={TEXT_LINK}>
          OpenAPI 3.1 document
        </a>
        . What the filters mean in the pages is told in the{' '}
        <Link href="/help" prefetch={false} className={TEXT_LINK}>
          help
        </Link>
        .
      </p>
      <p className="max-w-prose">{info.description}</p>
      <p className="max-w-prose">
        In the examples <code className="font-mono text-xs">$CALLSCOPE</code> is the address of this
        server, such as <code className="font-mono text-xs">http://localhost:3000</code>. Where
        people sign in, keep the session of{' '}
        <a href="#signIn" className={TEXT_LINK}>
          signing in
        </a>{' '}
        with <code className="font-mono text-xs">-c cookies.txt</code> and send it along with{' '}
        <code className="font-mono text-xs">-b cookies.txt</code>.
      </p>
    </header>
  );
}
