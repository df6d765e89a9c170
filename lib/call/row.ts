import { type Call, type CallRow, callShape } from './call';
import { keysOf } from './query/filters';

const ROW_KEYS = keysOf(callShape);

/**
 * A call cut down to what a row declares. Whoever has a call has it from its schema already, so that another pass of
 * the schema over each row would be for nothing, and it is what a long list would spend its time on.
 */
export function rowOf(call: Call): CallRow {
  const row: Partial<Record<keyof CallRow, unknown>> = {};
  for (const key of ROW_KEYS) {
    if (key in call) row[key] = call[key];
  }
  if (call.use_case) {
    const { id, name, model, language } = call.use_case;
    row.use_case = { id, name, model, language };
  }
  return asRow(row);
}

/** Guarantee: every declared key that the call has is there with the call's own value, the use case cut down. */
function asRow(row: Partial<Record<keyof CallRow, unknown>>): CallRow {
  return row as CallRow;
}
