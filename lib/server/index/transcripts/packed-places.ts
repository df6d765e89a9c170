/** Places by the bits of who said the word there; each place once, in order. */
export type PlacesBySides = ReadonlyMap<number, readonly number[]>;

/** Three bits say who, one whether places are bits. */
const SIDES_OF_HEAD = 8;
const KINDS_OF_HEAD = 2;

/**
 * Packs where a word was said: for each combination of sides its places, as steps from one to the next, or where they
 * lie so close together that it takes less, as a bit for each place from the first on.
 */
export function packPlaces(bySides: PlacesBySides): Uint8Array {
  const bytes: number[] = [];
  for (const [sides, places] of bySides) {
    const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
    const steps: number[] = [];
    places.forEach((place, at) => {
      if (at > 0) pushNumber(steps, place - (places[at - 1] ?? 0));
    });
    const bits = Math.ceil((last - first + 1) / 8);
    const areBits = bits < steps.length;
    const count = areBits ? bits : places.length;
    pushNumber(bytes, (count * KINDS_OF_HEAD + (areBits ? 1 : 0)) * SIDES_OF_HEAD + sides);
    pushNumber(bytes, first);
    for (const byte of areBits ? bitsOf(places, first, bits) : steps) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function bitsOf(places: readonly number[], first: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (const place of places) {
    const at = (place - first) >> 3;
    bytes[at] = (bytes[at] ?? 0) | (1 << ((place - first) & 7));
  }
  return bytes;
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function pushNumber(bytes: number[], number: number): void {
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

/** Gives each place that was packed, with the bits of who said the word there. */
export function eachPlace(bytes: Uint8Array, give: (place: number, sides: number) => void): void {
  let at = 0;
  const number = () => {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  };
  while (at < bytes.length) {
    const head = number();
    const sides = head % SIDES_OF_HEAD;
    const kind = Math.floor(head / SIDES_OF_HEAD);
    const count = Math.floor(kind / KINDS_OF_HEAD);
    let place = number();
    if (kind % KINDS_OF_HEAD === 0) {
      give(place, sides);
      for (let nth = 1; nth < count; nth += 1) {
        place += number();
        give(place, sides);
      }
      continue;
    }
    for (const end = at + count; at < end; at += 1, place += 8)
      for (let bit = 0, byte = bytes[at] ?? 0; byte > 0; bit += 1, byte >>= 1)
        if (byte & 1) give(place + bit, sides);
  }
}
