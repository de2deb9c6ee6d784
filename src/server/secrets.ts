import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Secrets } from '../ports/secrets.ts'

/** Argon2id with the parameters of RFC 9106 §4 for machines with little memory to spare: 64 MiB, three passes. */
const options = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

export const secrets: Secrets = {
  hashPassword: (password) => hash(password.normalize('NFC'), options),
  verifyPassword: (stored, password) => verify(stored, password.normalize('NFC')).catch(() => false),
  newToken: () => randomBytes(24).toString('base64url'),
}
