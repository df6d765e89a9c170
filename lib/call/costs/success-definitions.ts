import { type Codec, type Decoded, list, type ParameterCodec } from '@/lib/call/values/codec';

/** Outcomes that count as one kind of success, under a name; a definition that came without one has an empty name. */
export type SuccessDefinition = { name: string; outcomes: string[] };

export const MOST_DEFINITIONS = 8;
const LONGEST_NAME = 60;
const outcomes = list({ values: 100, length: 200 });

/**
 * `;Booked:load booked,load covered;Callback:callback`: definitions between semicolons, each with a name before the
 * colon. A sign that would be read as one of these is written with a percent sign. A list of outcomes alone, as links
 * of old hold it, is one definition without a name.
 */
export const successesCodec: ParameterCodec<SuccessDefinition[]> = {
  decode: (text) => (text.startsWith(';') ? namedDefinitions(text) : unnamedDefinition(text)),
  encode: (definitions) => {
    const [first] = definitions;
    if (definitions.length === 1 && first?.name === '') {
      const written = outcomes.encode(first.outcomes);
      if (!written.startsWith(';')) return written;
    }
    return definitions.map((one) => `;${escaped(one.name)}:${joined(one.outcomes)}`).join('');
  },
  schema: { type: 'string' },
};

function unnamedDefinition(text: string): Decoded<SuccessDefinition[]> {
  const read = outcomes.decode(text);
  return 'problem' in read ? read : { value: [{ name: '', outcomes: read.value }] };
}

function namedDefinitions(text: string): Decoded<SuccessDefinition[]> {
  const parts = text.slice(1).split(';');
  if (parts.length > MOST_DEFINITIONS)
    return { problem: `has more than ${MOST_DEFINITIONS} definitions` };
  const value: SuccessDefinition[] = [];
  for (const part of parts) {
    const read = definition.decode(part);
    if ('problem' in read) return read;
    if (value.some(({ name }) => name === read.value.name))
      return { problem: 'has two definitions of the same name' };
    value.push(read.value);
  }
  return { value };
}

const definition: Pick<Codec<SuccessDefinition>, 'decode'> = {
  decode: (text) => {
    const [name, items, ...more] = text.split(':');
    if (name === undefined || items === undefined || more.length > 0)
      return { problem: 'must be definitions such as ;Name:outcome,outcome' };
    const wrong = nameProblem(unescaped(name));
    if (wrong !== undefined) return { problem: wrong };
    const values = [...new Set(items.split(',').map(unescaped))];
    // The same limits as those of any list of outcomes.
    const checked = outcomes.decode(outcomes.encode(values));
    if ('problem' in checked) return checked;
    return { value: { name: unescaped(name), outcomes: values } };
  },
};

/** What is wrong with a name, as the end of a sentence that starts with the parameter's name. */
function nameProblem(name: string): string | undefined {
  if (name !== name.trim()) return 'has a name with spaces around it';
  return name.length > LONGEST_NAME
    ? `has a name longer than ${LONGEST_NAME} characters`
    : undefined;
}

/** A name as it can stand in an address. */
export function usableName(name: string): string {
  return name.slice(0, LONGEST_NAME).trim();
}

function joined(values: readonly string[]): string {
  return values.map(escaped).join(',');
}

function escaped(text: string): string {
  return text.replace(/[%;:,]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function unescaped(text: string): string {
  return text.replace(/%(25|3B|3A|2C)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
