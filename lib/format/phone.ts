/**
 * Phone numbers as people read them. North American ones are grouped, `+1 555-010-1234`; of others only the
 * digits are certain, so they are shown as they came.
 */
export function formatPhone(number: string): string {
  const match = /^(?:\+?1)?([2-9]\d{2})(\d{3})(\d{4})$/.exec(number.replace(/[\s().-]/g, ''));
  return match ? `+1 ${match[1]}-${match[2]}-${match[3]}` : number;
}
