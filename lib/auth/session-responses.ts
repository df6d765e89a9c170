import * as z from 'zod/mini';
import { ROLES } from './roles';

const accountSchema = z.object({ subject: z.string(), email: z.string(), name: z.string() });

/** What a person sends to sign in. */
export const credentialsSchema = z.object({
  email: z.string().check(z.minLength(1), z.maxLength(320)),
  password: z.string().check(z.minLength(1), z.maxLength(1024)),
});

/** Who is signed in; null: nobody. */
export const sessionResponseSchema = z.object({
  who: z.nullable(z.object({ role: z.enum(ROLES), account: z.nullable(accountSchema) })),
});
