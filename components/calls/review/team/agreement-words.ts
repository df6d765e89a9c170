/** How many of so many were rated alike: 100% of all of them only. */
export function agreementWords(agreed: number, calls: number): string {
  return `${Math.floor((100 * agreed) / calls)}%`;
}

export function kappaWords(kappa: number): string {
  const words = kappa.toFixed(2);
  return words === '-0.00' ? '0.00' : words;
}
