import { randomBytes } from 'node:crypto';

/** `npm run secret`: a value for SESSION_SECRET. */
process.stdout.write(`${randomBytes(32).toString('base64url')}\n`);
