/** The part of a logger that the sync needs; pino's loggers fit. */
export type Log = Record<'info' | 'warn', (fields: object, message: string) => void>;
