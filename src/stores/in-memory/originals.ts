import { checkSha256, type Originals } from '../../ports/originals.ts'

/** Originals that exist only in this process. */
export function createMemoryOriginals(): Originals {
  const files = new Map<string, Uint8Array>()
  return {
    async keep(sha256, bytes) {
      checkSha256(sha256)
      if (!files.has(sha256)) files.set(sha256, bytes.slice())
    },
    async read(sha256) {
      checkSha256(sha256)
      return files.get(sha256)?.slice() ?? null
    },
  }
}
