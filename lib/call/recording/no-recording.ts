/** Why there is nothing to hear. */
export const NO_RECORDING_REASONS = ['none', 'not_offered', 'not_ready', 'gone'] as const;
export type NoRecordingReason = (typeof NO_RECORDING_REASONS)[number];

export const NO_RECORDING_WORDS: Readonly<Record<NoRecordingReason, string>> = {
  none: 'No recording of this call was made.',
  not_offered:
    'HappyRobot says that this call was recorded, but its API does not offer the recording.',
  not_ready: 'The recording is not ready yet: it comes some time after the call has ended.',
  gone: 'There was a recording of this call, but HappyRobot no longer has it.',
};
