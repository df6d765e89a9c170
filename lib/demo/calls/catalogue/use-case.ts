/** The configuration of a use case as every call carries it. */
export type UseCase = {
  id: string;
  name: string;
  model: string;
  language: string;
  [field: string]: unknown;
};

/** What distinguishes one use case from another; the rest is the same for the whole organisation. */
export type UseCaseSpec = {
  id: string;
  name: string;
  language: string;
  models: readonly string[];
  transferNumber: string;
  timezone?: string;
  amd?: boolean;
  maxMinutes: number;
  keywords: readonly string[];
  /** Name, description, type and example of what is read out of a call. */
  extract: readonly (readonly [string, string, string, string])[];
  /** Name and description of each outcome. */
  outcomes: readonly (readonly [string, string])[];
  params?: Record<string, unknown>;
};

export const ORGANIZATION_ID = '65f0c0ffee24b0a7d3e91a10';

/**
 * One configuration per model of the spec with its weight, the first the most used. Realistically heavy (2 to 4 kB as JSON). The hooks hold values that
 * look like secrets, on purpose: whoever reads this API must keep them from browsers.
 */
export function useCaseVariants(spec: UseCaseSpec): (readonly [UseCase, number])[] {
  return spec.models.map((model, index) => [useCase(spec, model), index === 0 ? 4 : 1]);
}

function useCase(spec: UseCaseSpec, model: string): UseCase {
  return {
    id: spec.id,
    organization_id: ORGANIZATION_ID,
    name: spec.name,
    transfer_number: spec.transferNumber,
    extract_with_ai: spec.extract.map(([name, description, type, example]) => ({
      name,
      description,
      type,
      example,
      required: type !== 'boolean',
    })),
    classification_tags: spec.outcomes.map(([name, description]) => ({ name, description })),
    language: spec.language,
    detailed_work_hours: workHours(),
    work_start: '07:00',
    work_end: '18:00',
    timezone: spec.timezone ?? 'America/Chicago',
    generic_after_hours_message:
      'Thanks for calling Northline Freight. Our office is closed; leave the load number and we call back.',
    enable_detailed_work_hours: true,
    keywords: [...spec.keywords],
    hooks: hooks(spec.id),
    params: spec.params ?? {},
    amd: spec.amd ?? false,
    amd_behavior: spec.amd ? 'Leave message' : 'Hangup',
    amd_messages: spec.amd
      ? { default: 'Hi, this is Northline Freight about your load. Please call us back.' }
      : {},
    sample_labels: [
      { name: 'Training', color: 'slate' },
      { name: 'Show to customer', color: 'green' },
    ],
    hidden: false,
    evaluation_models: ['gpt-5.2', 'claude-sonnet-4.6'],
    max_duration_mins: spec.maxMinutes,
    recorded_message_inbound: true,
    recorded_message_outbound: false,
    show_original_caller_id: true,
    disable_end_call_after_n_reminders: false,
    model,
  };
}

function workHours(): Record<string, unknown> {
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  return Object.fromEntries([
    ...weekdays.map((day) => [day, { enabled: true, start: '07:00', end: '18:00' }]),
    ['saturday', { enabled: true, start: '08:00', end: '12:00' }],
    ['sunday', { enabled: false }],
  ]);
}

function hooks(useCaseId: string): unknown[] {
  return [
    {
      url: `https://tms.northlinefreight.example/hooks/happyrobot/${useCaseId}`,
      headers: [
        { key: 'authorization', value: `Bearer demo-hook-secret-${useCaseId.slice(-8)}-d0n0tsh0w` },
        { key: 'x-northline-signature', value: `whsec_demo_${useCaseId}` },
      ],
    },
    {
      url: 'https://events.northlinefreight.example/calls',
      headers: [{ key: 'x-api-key', value: `demo-events-key-${useCaseId.slice(0, 12)}` }],
    },
  ];
}
