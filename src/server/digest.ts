import { createHash } from 'node:crypto'
import type { Digest, DigestBytes } from '../ports/world.ts'

export const digest: Digest = (text) => createHash('sha256').update(text).digest('hex')

export const digestBytes: DigestBytes = (bytes) => createHash('sha256').update(bytes).digest('hex')
