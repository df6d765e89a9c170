/** A stretch of a text; `second` where it names a moment of the call. */
export type TextPiece = { text: string; second: number | null };

/** `[1:23]` or `[1:02:03]`: how a moment stands in a note, whose text is all that is kept. */
const MOMENT = /\[(?:(\d{1,2}):([0-5]\d)|(\d{1,3})):([0-5]\d)\]/g;

/** A text cut where it names moments; put together again it is the same text. */
export function momentsIn(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(MOMENT)) {
    const [all, hours = 0, minutes, alone = 0, seconds] = match;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), second: null });
    const second = Number(hours) * 3600 + Number(minutes ?? alone) * 60 + Number(seconds);
    pieces.push({ text: all, second });
    end = match.index + all.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), second: null });
  return pieces;
}
