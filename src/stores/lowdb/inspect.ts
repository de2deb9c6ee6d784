import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '../../ports/world.ts'
import { type JournalContents, readJournalFile } from './lines.ts'

/** A journal file on the disk: `unfinished` is the number of bytes after its last whole entry. */
export interface InspectedJournal extends Pick<JournalContents, 'entries' | 'damage'> {
  readonly name: string
  readonly unfinished: number
}

/** Reads every journal of a workspace, sorted by name. It changes nothing, so it may run beside the server. */
export async function inspectJournals(dir: string, digest: Digest): Promise<readonly InspectedJournal[]> {
  const folder = join(dir, 'journals')
  const files: string[] = []
  for await (const file of glob('**/*.jsonl', { cwd: folder })) files.push(file)
  return Promise.all(
    files.sort().map(async (file) => {
      const bytes = await readFile(join(folder, file))
      const { entries, damage, entryBytes } = readJournalFile(bytes, digest)
      const name = file.replaceAll('\\', '/').replace(/\.jsonl$/, '')
      return { name, entries, damage, unfinished: bytes.length - entryBytes }
    }),
  )
}
