import { Button } from '@/components/ui/button';
import type { ProblemCode, SignInCode } from '@/lib/call/answers/problem';
import { isExtractedName } from '@/lib/call/query/extracted';
import { useAddress } from '@/lib/url/use-address';

/** What the person can do about each failure; what happened is told by the problem itself. */
const ADVICE: Record<Exclude<ProblemCode, SignInCode | 'callscope_unreachable'>, string> = {
  invalid_request: 'Change or remove the filter named above; the rest of the view stays.',
  not_found:
    'It may have been deleted, or the link is incomplete. Close it and look for it in the list.',
  signed_out: 'Sign in again; what you typed and where you are is kept.',
  too_many_requests: 'Nothing is lost. Callscope asks again by itself when the wait is over.',
  cross_site_request: 'Open Callscope itself and do it there.',
  reviewer_required: 'Say who you are: reviews carry your e-mail address.',
  not_allowed: 'Ask somebody who can do it, or ask whoever runs Callscope for another role.',
  note_changed: 'Look at both versions and choose.',
  view_changed: 'Look at the view as it is now, then decide again.',
  budget_changed: 'Look at the budget as it is now, then decide again.',
  campaign_changed: 'Look at the name as it is now, then decide again.',
  no_recording: 'The transcript and everything else about the call are there without it.',
  range_not_satisfiable: 'Play it from the beginning.',
  recording_refused: 'Whoever runs Callscope finds the reason in the log.',
  recording_unavailable:
    'Try again in a moment: recordings are kept apart from calls, and may be away by themselves.',
  write_uncertain: 'Look at the call before sending it again: it may be there.',
  upstream_unauthorized:
    'Whoever runs Callscope should check HAPPYROBOT_API_KEY: the key may be mistyped, expired or revoked. Start Callscope again after changing it.',
  upstream_forbidden:
    'The key is valid but lacks permission. Ask for a key that may read calls, and check HAPPYROBOT_ORGANIZATION_ID if you use one.',
  upstream_read_only: 'Ask for a key that may write. What you typed is kept.',
  upstream_rate_limited: 'Nothing is lost. Callscope asks again by itself when the wait is over.',
  upstream_unreachable:
    'Check the network of the machine that runs Callscope and the address in HAPPYROBOT_API_URL. HappyRobot itself may be down.',
  upstream_timeout:
    'HappyRobot may be busy. Try again, or ask for less: a smaller page or a shorter range.',
  upstream_failed: 'The fault is on HappyRobot’s side. Try again in a moment.',
  upstream_rejected: 'Check HAPPYROBOT_API_URL, and whether a filter is one that HappyRobot knows.',
  upstream_invalid_response:
    'Check that HAPPYROBOT_API_URL points to the API and not to a web page or a proxy’s sign-in.',
  upstream_ignores_paging:
    'Pages after the first cannot be shown. Please report this to the makers of Callscope.',
  upstream_ignores_filter:
    'The index answers such lists as soon as it knows every call. Until then, remove the filter or reverse the order.',
  index_failed:
    'Try again. If it stays, the server’s log tells more; plain lists of calls work without the index.',
  index_unavailable:
    'Lists that HappyRobot can answer still work. Whoever runs Callscope finds the reason in the log and in the index details.',
  data_unavailable:
    'Whoever runs Callscope has to put back the folder that DATA_DIR names, and start it again.',
  index_overloaded:
    'Nothing is lost. Callscope asks again by itself when the wait is over. If it stays, more INDEX_MEMORY helps.',
  index_timeout: 'Ask for less: a shorter range, fewer filters, or a longer word to search for.',
  transcripts_off:
    'Remove the filters on what was said and on how conversations went. Whoever runs Callscope can keep it with SYNC_TRANSCRIPTS=on.',
  internal_error:
    'Try again. If it stays, the server’s log tells more: look for the time of this message.',
};

const TOLD: Partial<Record<ProblemCode, string>> = ADVICE;

/** What the person can do about a failure. */
export default function ProblemAdvice({ code }: { code: ProblemCode }) {
  return (
    <>
      {TOLD[code]}
      {code === 'not_allowed' && <UnsortButton />}
    </>
  );
}

/** An order by an extracted value is refused to whom numbers are hidden; no heading takes it back for them. */
function UnsortButton() {
  const { address, choose } = useAddress();
  if (!isExtractedName(address.sort_by)) return null;
  return (
    <Button
      size="small"
      className="mt-2 flex"
      onClick={() => choose({ sort_by: null, sort: null, offset: null })}
    >
      Sort by date instead
    </Button>
  );
}
