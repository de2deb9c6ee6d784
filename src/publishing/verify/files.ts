import type { Digest } from '../../ports/world.ts'
import type { ListedFile } from '../seal.ts'
import type { Problem } from './problem.ts'

/** Reads the files of a site, each listed file once. */
export interface Files {
  /** Reads a listed file and compares its hash. A file in two lists must match both. */
  check(file: ListedFile): readonly Problem[]
  /** The paths of all files that were checked. */
  paths(): readonly string[]
  listed(path: string): boolean
  /** The text of a listed file with the listed hash; null for any other. */
  intact(path: string): string | null
  /** The text of a file, listed or not; null if it is missing or not UTF-8. */
  text(path: string): string | null
  exists(path: string): boolean
}

export function openFiles(read: (path: string) => Uint8Array | null, digest: Digest): Files {
  const hashes = new Map<string, string>()
  const intact = new Map<string, string>()
  return {
    check({ path, sha256 }) {
      const before = hashes.get(path)
      if (before === sha256) return []
      hashes.set(path, sha256)
      const bytes = read(path)
      if (bytes === null) return [{ code: 'file-missing', path }]
      const text = textOf(bytes)
      if (before !== undefined || text === null || digest(text) !== sha256) return [{ code: 'file-changed', path }]
      intact.set(path, text)
      return []
    },
    paths: () => [...hashes.keys()],
    listed: (path) => hashes.has(path),
    intact: (path) => intact.get(path) ?? null,
    text: (path) => textOf(read(path)),
    exists: (path) => read(path) !== null,
  }
}

/** The text of a file, if it is UTF-8; two different files never give the same text. */
function textOf(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
