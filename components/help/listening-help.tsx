import { Term, Terms } from '@/components/reading/terms';

/** How a call is heard, and read along. */
export function ListeningHelp() {
  return (
    <Terms>
      <Term term="Recording">
        The player at the top of an open call, on a phone at the bottom. It stays while you go
        through the tabs. Of two channels the first is drawn above the line and the second below it;
        the agent’s has the color that it has on the talk bar. Reviewers and managers can listen;
        managers can download.
      </Term>
      <Term term="Reading along">
        The turn being heard is marked and kept in view until you scroll; Follow brings you back.
        Click a turn, its play button or the bar of talk time, and it plays from there. Where
        HappyRobot gave no times the recording just plays, and where they do not fit, the transcript
        says that following is approximate.
      </Term>
      <Term term="Moments">
        “Copy link to this moment” makes a link that opens the call at that second. “Note at this
        moment” begins a note with the time and what is said there. A time like [1:23] in any note
        plays from there, and is a mark on the waveform.
      </Term>
      <Term term="Skip silences">
        Leaves out pauses of two seconds and more, as far as the transcript has nothing there and
        the sound is quiet.
      </Term>
      <Term term="Play when opened">
        For reviewing by ear: the next call is heard as soon as you go to it. It is a choice beside
        the volume, kept in this browser, as speed and volume are.
      </Term>
    </Terms>
  );
}
