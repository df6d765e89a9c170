/** One step of the tables. A step that an older Callscope could not live with names in `needs` the oldest that can. */
export type Migration = { version: number; needs: number; statements: readonly string[] };

/**
 * In a schema of our own. Each statement of the record has one account and one slot in its key, so that (account, slot)
 * can be what a distributed PostgreSQL spreads by; ids are compared by their bytes, whatever the database sorts by.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    needs: 1,
    statements: [
      `CREATE TABLE callscope.lease (
         account text PRIMARY KEY, holder text NOT NULL, fence bigint NOT NULL, ends timestamptz NOT NULL)`,
      `CREATE TABLE callscope.note (
         account text, key text, value text NOT NULL, fence bigint NOT NULL, PRIMARY KEY (account, key))`,
      `CREATE TABLE callscope.slot (
         account text, slot smallint, epoch text NOT NULL, revision bigint NOT NULL, fence bigint NOT NULL,
         PRIMARY KEY (account, slot))`,
      `CREATE TABLE callscope.call (
         account text, slot smallint, id text COLLATE "C", revision bigint NOT NULL, created bigint,
         seen_at bigint NOT NULL, fingerprint text, absences smallint NOT NULL, problem text, configuration text,
         document bytea, PRIMARY KEY (account, slot, id))`,
      'CREATE INDEX call_revision ON callscope.call (account, slot, revision, id)',
      // Packed already: another attempt would cost time and gain nothing.
      'ALTER TABLE callscope.call ALTER COLUMN document SET STORAGE EXTERNAL',
      `CREATE TABLE callscope.configuration (
         account text, digest text, document bytea NOT NULL, PRIMARY KEY (account, digest))`,
    ],
  },
];
