import { checkSitePath, type Site } from '../../ports/site.ts'

/** A site that exists only in this process. */
export function createMemorySite(): Site {
  const files = new Map<string, Uint8Array>()
  return {
    async read(path) {
      checkSitePath(path)
      return files.get(path)?.slice() ?? null
    },
    async write(path, bytes) {
      checkSitePath(path)
      files.set(path, bytes.slice())
    },
    async list() {
      return [...files.keys()].sort()
    },
  }
}
