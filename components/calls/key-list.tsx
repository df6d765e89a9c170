import { Kbd } from '@/components/ui/kbd';
import { KEYS } from './keys';

/** Every key beside what it does. */
export function KeyList() {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
      {KEYS.map(([keys, action]) => (
        <div key={action} className="contents">
          <dt className="flex gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd className="text-muted">{action}</dd>
        </div>
      ))}
    </dl>
  );
}
