import { createHash } from 'node:crypto'
import type { Digest, DigestBytes } from '../ports/world.ts'

export const digest: Digest = Object.assign((text: string) => createHash('sha256').update(text).digest('hex'), {
  begin() {
    const hash = createHash('sha256')
    return { add: (piece: string) => void hash.update(piece), end: () => hash.digest('hex') }
  },
})

export const digestBytes: DigestBytes = (bytes) => createHash('sha256').update(bytes).digest('hex')
