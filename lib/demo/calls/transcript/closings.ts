/** How a call ends by its outcome: what the agent says, and the answer. */
export const CLOSINGS: Record<string, readonly [string, string]> = {
  Booked: [
    "You're booked. The rate confirmation goes to the e-mail we have on file.",
    'Got it, thanks.',
  ],
  'Rate not agreed': [
    "I can't go that high on this one. I'll note your number in case anything changes.",
    'Alright. Call me if it opens up.',
  ],
  'Not interested': ['Understood, that one does not suit your truck.', 'Yeah, not this time.'],
  'Carrier not eligible': [
    "I'm sorry, we can't set you up on loads right now. Compliance can tell you why in writing.",
    'Okay… who do I e-mail?',
  ],
  'Load already covered': [
    'That one was just covered. I can text you what else picks up there.',
    'Sure, do that.',
  ],
  'On time': ['Great, I have you on time for delivery.', 'Yes sir.'],
  'Running late': [
    "Thanks for the heads-up, I'll let the receiver know about the delay.",
    'Appreciate it.',
  ],
  Arrived: ["Good, I'll mark you as checked in. Send us your in and out times.", 'Will do.'],
  'Issue reported': [
    "I'm getting tracking on this right away.",
    'Please, I am on the shoulder here.',
  ],
  'Driver unavailable': ["No problem, I'll try again in an hour.", 'Yeah, he will be up by then.'],
  'POD received': ['I see the papers now, thank you.', 'Good. So when do we get paid?'],
  'POD promised': ["I'll note that you are sending them.", 'First thing tomorrow.'],
  'POD disputed': ["I'll ask billing to look for it again.", 'I sent it twice already.'],
  'Wrong contact': ['Who handles paperwork for you?', 'The office. I only drive.'],
  'Appointment set': [
    'Let me read the appointment back: day, time and dock as you said.',
    'Correct.',
  ],
  'Call back later': ["I'll call again after lunch.", 'Perfect, thank you.'],
  'E-mail required': [
    "I'll send the request to that address today.",
    'They answer within the day.',
  ],
  'No capacity': ['Nothing on that day at all?', 'No, we are full. Next day is the best I have.'],
  Paid: ['That invoice is paid, I can give you the trace number.', 'Go ahead, I have a pen.'],
  'Payment scheduled': ['It is approved and scheduled.', 'Okay, as long as it is moving.'],
  'Documents missing': [
    'We still need the signed POD before it can go out.',
    "I'll upload it now.",
  ],
  Dispute: ['I hear you. Billing has to look at the detention.', 'I have the in and out times.'],
  Approved: ["You're all set up with us. Welcome aboard.", 'Great, thank you.'],
  'More documents needed': ['The certificate has to name us as holder.', "I'll call my agent."],
  'Suspected fraud': [
    'Who is the insurer on your certificate?',
    'Uh… I have to check and call you back.',
  ],
  Answered: ['Anything else I can help you with tonight?', "No, that's it."],
  'Message taken': ['The office will call you when it opens.', 'Alright.'],
  Emergency: ['Are you in a safe place? I am waking the person on call.', 'Yes. Please hurry.'],
};

export const USUAL_CLOSING = ['I have that noted.', 'Okay, thanks.'] as const;
