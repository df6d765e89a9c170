const WINDOW = 8;
/** A shorter key is no secret worth spoiling ordinary text for. */
const SHORTEST_KEY = 12;

/** Keeps the API key out of what the upstream sends back, should it ever echo it. */
export interface KeyGuard {
  /** The text with every occurrence of the key replaced. */
  redact(text: string): string;
  /** Whether the text contains the key or a telling piece of it, in any case. */
  reveals(text: string): boolean;
}

export function createKeyGuard(apiKey: string): KeyGuard {
  const key = apiKey.toLowerCase();
  // Answers are JSON, where a key with quotes or backslashes is spelled with escapes.
  const spellings = [...new Set([apiKey, JSON.stringify(apiKey).slice(1, -1)])];
  return {
    redact(text) {
      if (apiKey.length < SHORTEST_KEY) return text;
      return spellings.reduce((rest, spelling) => rest.replaceAll(spelling, '[removed]'), text);
    },
    reveals(text) {
      const lower = text.toLowerCase();
      for (let start = 0; start + WINDOW <= key.length; start += 1) {
        if (lower.includes(key.slice(start, start + WINDOW))) return true;
      }
      return key !== '' && lower.includes(key);
    },
  };
}
