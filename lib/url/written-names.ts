/**
 * Hands nuqs the parameters of an address so that it writes their names as they are: it escapes percent signs in values
 * but not in names, so that the key `P%2EO` of an extracted value would be read back as `P.O`, which is another one.
 */
export function withWrittenNames(search: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...search].map(([name, value]) => [name.replaceAll('%', '%25'), value]),
  );
}
