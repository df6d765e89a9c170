import type { Random } from '@/lib/demo/calls/random';
import { at, textAt } from '@/lib/demo/json';
import { CLOSINGS, USUAL_CLOSING } from './closings';
import type { TranscriptMessage } from './transcript-message';
import { transferContact } from './transfer-contact';

/** A message before it has its place in time. */
export type Turn = Omit<TranscriptMessage, 'id' | 'start' | 'end'>;

/** The words of a call, from what it is known to have been about. */
export function script(call: unknown, random: Random): Turn[] {
  const agent = textAt(call, 'agent', 'name') ?? 'the assistant';
  const status = textAt(call, 'status');
  const system: Turn = {
    role: 'system',
    content: `You are ${agent}, the voice agent of Northline Freight. Be brief, confirm numbers digit by digit, never quote above the ceiling.`,
  };
  if (status === 'AMD Terminated') return [system, ...voicemail()];
  if (!textAt(call, 'classification', 'tag')) return [];
  const spanish = textAt(call, 'language')?.startsWith('es') ?? false;
  return [
    system,
    ...greeting(call, agent, spanish),
    ...lookup(call, random),
    ...middle(call, spanish, random),
    ...ending(call, spanish, random),
  ];
}

function greeting(call: unknown, agent: string, spanish: boolean): Turn[] {
  const outbound = textAt(call, 'type') === 'Outbound';
  const contact = fact(call, 'contact_name') ?? fact(call, 'driver_name');
  const carrier = fact(call, 'carrier_name');
  const reference = fact(call, 'load_reference');
  if (spanish) {
    return [
      say(
        `Gracias por comunicarse con Northline Freight, habla ${agent}. ¿En qué le puedo ayudar?`,
      ),
      hear(`Buenas, llamo por la carga${reference ? ` ${spelled(reference)}` : ''}.`),
    ];
  }
  if (outbound) {
    return [
      say(
        `Hi${contact ? ` ${contact}` : ''}, this is ${agent} with Northline Freight on a recorded line. Is this a good time?`,
      ),
      hear('Yeah, go ahead.'),
      say(
        reference
          ? `I'm calling about load ${spelled(reference)}.`
          : "I'm calling about one of our loads.",
      ),
    ];
  }
  return [
    say(
      `Thanks for calling Northline Freight, this is ${agent} on a recorded line. How can I help?`,
    ),
    hear(
      carrier
        ? `Hey, this is ${contact ?? 'dispatch'} with ${carrier}.${reference ? ` Calling about ${spelled(reference)}.` : ''}`
        : `Hi, quick question${reference ? ` about load ${spelled(reference)}` : ''}.`,
    ),
  ];
}

/** The agent looks something up while it speaks. */
function lookup(call: unknown, random: Random): Turn[] {
  const mc = fact(call, 'mc_number');
  const reference = fact(call, 'load_reference');
  if (!mc && !reference) return [];
  const id = `call_${random.hex(16)}`;
  const name = mc ? 'verify_carrier' : 'get_load_details';
  const input = mc ? { mc_number: mc } : { reference };
  const answer = mc
    ? { mc_number: mc, active: true, verified: at(call, 'extraction', 'verified') ?? null }
    : { reference, lane: at(call, 'extraction', 'lane') ?? null };
  const result = random.chance(0.05) ? { error: 'The service did not answer in time' } : answer;
  return [
    ...(mc ? [say('Can I get your MC number?'), hear(`Sure, it's ${spelled(mc)}.`)] : []),
    {
      role: 'assistant',
      content: 'One moment while I pull that up.',
      is_filler: true,
      tool_calls: [{ type: 'function', id, function: { name, arguments: JSON.stringify(input) } }],
    },
    { role: 'tool', name, tool_call_id: id, content: JSON.stringify(result) },
  ];
}

function middle(call: unknown, spanish: boolean, random: Random): Turn[] {
  const offered = amount(call, 'offered_rate');
  const asked = amount(call, 'carrier_ask');
  const agreed = amount(call, 'agreed_rate');
  const turns: Turn[] = [];
  const origin = textAt(call, 'extraction', 'lane', 'origin');
  const destination = textAt(call, 'extraction', 'lane', 'destination');
  if (origin && destination) {
    const equipment = fact(call, 'equipment');
    const load = `${origin} to ${destination}${equipment ? `, ${equipment.toLowerCase()}` : ''}`;
    turns.push(
      spanish
        ? say(`Tengo ${origin} a ${destination}. ¿Le interesa?`)
        : say(`Okay, I have that as ${load}.`),
      hear(spanish ? 'Sí, ¿cuánto paga?' : "That's the one."),
    );
  }
  if (offered)
    turns.push({
      ...say(spanish ? `Le puedo ofrecer ${offered}.` : `I can do ${offered} on that one.`),
      unpreferred_messages: unsaid(
        spanish
          ? '¿Cuánto necesita usted para moverla?'
          : 'What would you need to move it? I have some room.',
        random,
      ),
    });
  if (asked) {
    turns.push(
      hear(
        spanish
          ? `Necesito ${asked} para moverla.`
          : `Man, fuel alone… I'd need ${asked} to move it.`,
      ),
      {
        role: 'assistant',
        content: spanish ? 'Déjeme revisar.' : 'I hear you. Let me see what room I have',
        interrupted_thoughts: ' on this lane before I come back with a final number.',
      },
      hear(spanish ? '¿Entonces?' : "And it's two stops, right?"),
    );
  }
  if (agreed) {
    turns.push(
      say(
        spanish
          ? `Puedo llegar a ${agreed}, todo incluido.`
          : `I can meet you at ${agreed} all in.`,
      ),
      hear(spanish ? 'Está bien, mándeme la confirmación.' : 'Alright, send me the rate con.'),
    );
  }
  const location = fact(call, 'current_location');
  if (location) {
    turns.push(
      say('Where are you right now?'),
      hear(`About ${location}.`),
      say('And what ETA should I give the receiver?'),
      hear(`Put me down for ${fact(call, 'eta')?.replace('T', ' at ') ?? 'this evening'}.`),
    );
  }
  return turns;
}

function ending(call: unknown, spanish: boolean, random: Random): Turn[] {
  const contact = textAt(call, 'transfer_contact_email');
  const [agentLine, theirLine] =
    CLOSINGS[textAt(call, 'classification', 'tag') ?? ''] ?? USUAL_CLOSING;
  if (contact) {
    return [
      hear(spanish ? '¿Puedo hablar con una persona?' : 'Can I just talk to a person?'),
      {
        ...say('Of course, stay on the line, I am connecting you now.'),
        transfer_contact: transferContact(call, contact, random),
      },
    ];
  }
  return [
    say(spanish ? 'Perfecto, queda anotado en el sistema.' : agentLine),
    hear(spanish ? 'Así es, gracias.' : theirLine),
    say(spanish ? 'Gracias a usted. Que tenga buen día.' : 'Thanks, drive safe.'),
    { ...say('Are you still there?'), discard: true },
  ];
}

/** An answer that was weighed and not said. */
function unsaid(content: string, random: Random) {
  return [{ id: random.hex(24), content, tool_calls: [] }];
}

function voicemail(): Turn[] {
  return [
    hear('You have reached the voice mailbox. Please leave a message after the tone.'),
    say('Hi, this is Northline Freight about your load. Please call us back.'),
  ];
}

function say(content: string): Turn {
  return { role: 'assistant', content };
}

function hear(content: string): Turn {
  return { role: 'user', content };
}

function fact(call: unknown, name: string): string | undefined {
  return textAt(call, 'extraction', name);
}

function amount(call: unknown, name: string): string | undefined {
  const value = at(call, 'extraction', name);
  return typeof value === 'number' ? `$${value.toLocaleString('en-US')}` : undefined;
}

/** As people read numbers over the telephone: digit by digit. */
function spelled(reference: string): string {
  return reference.replace(/\d+/g, (digits) => digits.split('').join(' '));
}
