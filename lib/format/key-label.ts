import { pathOfKey } from '@/lib/call/query/extracted';

/** Written in capitals wherever they stand: what freight and software people abbreviate. */
const ABBREVIATIONS = new Set([
  'id',
  'url',
  'mc',
  'dot',
  'usdot',
  'eta',
  'po',
  'bol',
  'pod',
  'sms',
]);

/**
 * A field's key as a person would say it: `offered_rate` and `offeredRate` become `Offered rate`, `mc_number`
 * becomes `MC number`. A key that is not written like a name is left as it is.
 */
export function keyLabel(key: string): string {
  if (!/^[A-Za-z][A-Za-z0-9]*([_ -]+[A-Za-z0-9]+)*$/.test(key)) return key;
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[_ -]+/)
    .map(word);
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What people call an extracted value, where no use case says it: `lane.origin` is "Lane origin". */
export function extractedLabel(key: string): string {
  return keyLabel(pathOfKey(key).join(' ')) || key;
}

function word(text: string): string {
  if (ABBREVIATIONS.has(text.toLowerCase())) return text.toUpperCase();
  return /^[A-Z0-9]{2,}$/.test(text) ? text : text.toLowerCase();
}
