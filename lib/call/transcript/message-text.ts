import { indentJson, jsonOf } from '@/lib/call/nested/indent-json';
import type { TransferContact } from './transcript';

/** Text, and whether it is words or a structure to be read letter by letter. */
export type Words = { text: string; isJson: boolean };

const NOTHING: Words = { text: '', isJson: false };

/** The content of a message: text, a list of parts of which each can be text, or anything else, as JSON. */
export function wordsOf(content: unknown): Words {
  if (content === null || content === undefined) return NOTHING;
  if (typeof content === 'string') return { text: content, isJson: false };
  if (Array.isArray(content)) return joined(content.map(partOf));
  return typeof content === 'object' ? partOf(content) : { text: String(content), isJson: false };
}

/** What a tool was given or gave back: indented where it is JSON, as it came where it is not. */
export function dataOf(content: unknown): Words {
  if (typeof content !== 'string') return wordsOf(content);
  const indented = indentJson(content);
  return indented === undefined
    ? { text: content, isJson: false }
    : { text: indented, isJson: true };
}

/** What was cut off by the other side; undefined when nothing was, empty when it is not known what. */
export function interruptionOf(thoughts: unknown): string | undefined {
  if (thoughts === null || thoughts === undefined || thoughts === false) return undefined;
  if (thoughts === true) return '';
  if (Array.isArray(thoughts) && thoughts.length === 0) return undefined;
  const { text } = wordsOf(thoughts);
  return text.trim() === '' ? undefined : text.trim();
}

/** Whom a call is handed to, in one line; what says none of the documented fields is written as JSON. */
export function contactText(contact: TransferContact | null | undefined): string | undefined {
  if (!contact) return undefined;
  const { type, name, email, phone, contact_id, slack_channel_id } = contact;
  const number = phone?.number?.trim();
  const extension = phone?.extension?.trim();
  const parts = [
    [name?.trim(), type?.trim() && (name?.trim() ? `(${type.trim()})` : type.trim())],
    [email?.trim()],
    [number, extension && `extension ${extension}`],
    [slack_channel_id?.trim() && `Slack channel ${slack_channel_id.trim()}`],
  ].map((words) => words.filter(Boolean).join(' '));
  const text = parts.filter(Boolean).join(', ') || contact_id?.trim();
  if (text) return text;
  const says = Object.values(contact).some((value) => wordsOf(value).text.trim() !== '');
  return says ? jsonOf(contact) : undefined;
}

function joined(parts: readonly Words[]): Words {
  const spoken = parts.filter(({ text }) => text !== '');
  return {
    text: spoken.map(({ text }) => text).join('\n'),
    isJson: spoken.some(({ isJson }) => isJson),
  };
}

/** `{ type: 'text', text: '…' }` and its like. */
function partOf(part: unknown): Words {
  if (part === null || part === undefined) return NOTHING;
  if (typeof part === 'string') return { text: part, isJson: false };
  if (typeof part === 'object' && 'text' in part && typeof part.text === 'string')
    return { text: part.text, isJson: false };
  return { text: jsonOf(part), isJson: true };
}
