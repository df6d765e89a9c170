'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { WIDE_FIELD } from '@/components/ui/field';
import Sheet from '@/components/ui/sheet';
import { isEmail } from '@/lib/call/values/email';
import { keepReviewer, readReviewer } from './use-reviewer';

/** Asks who reviews, or lets the answer be changed. Load it lazily. */
export default function ReviewerForm({ onAnswer }: { onAnswer: (email: string | null) => void }) {
  const known = readReviewer();
  const [text, setText] = useState(known ?? '');
  const [refused, setRefused] = useState(false);
  const id = useId();
  return (
    <Sheet label="Who reviews" side="center" onClose={() => onAnswer(null)}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-3 p-4">
        <h2 className="font-semibold">Who reviews?</h2>
        <p id={`${id}-why`} className="text-sm text-muted">
          Notes and ratings carry your e-mail address, and colleagues see it beside them. It is kept
          in this browser; the button at the edge of the page changes it.
        </p>
        <label htmlFor={id} className="text-sm font-medium">
          Your e-mail address
        </label>
        <input
          id={id}
          type="email"
          autoComplete="email"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={refused}
          aria-describedby={refused ? `${id}-problem` : `${id}-why`}
          className={WIDE_FIELD}
        />
        {refused && (
          <p id={`${id}-problem`} role="alert" className="text-sm text-bad">
            This is not an e-mail address. It should look like name@company.com.
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          {known !== null && (
            <Button kind="ghost" className="mr-auto" onClick={forget}>
              Forget me
            </Button>
          )}
          <Button onClick={() => onAnswer(null)}>Cancel</Button>
          <Button kind="accent" type="submit">
            Continue
          </Button>
        </div>
      </form>
    </Sheet>
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    // The form is drawn inside others by React, though not in the document.
    event.stopPropagation();
    const email = text.trim().toLowerCase();
    if (!isEmail(email)) return setRefused(true);
    keep(email);
    onAnswer(email);
  }

  function forget() {
    keep(null);
    onAnswer(null);
  }
}

/** A browser that keeps nothing still lets the person go on; it asks again the next time. */
function keep(email: string | null) {
  try {
    keepReviewer(email);
  } catch {
    return;
  }
}
