import type { Disk } from '../disk/disk.ts'
import { isJournalName } from '../names.ts'

export const journalEnding = '.jsonl'

/** A journal's file: its size in bytes, and when it was written last, in milliseconds. */
interface ListedJournal {
  readonly name: string
  readonly size: number
  readonly modified: number
}

/** The journals of a folder: files without an entry are none. */
export interface Listing {
  /** Names, sorted. The folder is listed for them once: nobody else adds to it. */
  names(): Promise<readonly string[]>
  /** Notes a journal that got its first entry. */
  add(name: string): void
  files(): Promise<readonly ListedJournal[]>
}

export function listJournals(folder: string, disk: Pick<Disk, 'list'>): Listing {
  const names = new Set<string>()
  let listing: Promise<unknown> | undefined
  let sorted: readonly string[] | undefined

  async function files(): Promise<readonly ListedJournal[]> {
    const listed = await disk.list(folder)
    return listed.flatMap(({ path, size, modified }) => {
      const name = path.slice(0, -journalEnding.length)
      return path.endsWith(journalEnding) && size > 0 && isJournalName(name) ? [{ name, size, modified }] : []
    })
  }

  async function list(): Promise<readonly ListedJournal[]> {
    const listed = await files()
    for (const { name } of listed) names.add(name)
    sorted = undefined
    return listed
  }

  function listOnce(): Promise<unknown> {
    listing ??= list().catch((fault) => {
      listing = undefined
      throw fault
    })
    return listing
  }

  return {
    async names() {
      await listOnce()
      sorted ??= [...names].sort()
      return sorted
    },
    add(name) {
      if (names.has(name)) return
      names.add(name)
      sorted = undefined
    },
    files() {
      if (listing) return files()
      const listed = list()
      listing = listed.catch(() => {
        listing = undefined
      })
      return listed
    },
  }
}
