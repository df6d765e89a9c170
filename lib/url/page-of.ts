/** A page and its parameters, as Next hands them over, in one relative address: `/calls?type=Inbound`. */
export function pageOf(
  path: string,
  params: Readonly<Record<string, string | string[] | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value ?? []].flat()) query.append(name, one);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}
