import { appendFile, readFile, rename, stat } from 'node:fs/promises'
import type { AccessNote } from '../../model/access.ts'
import type { AccessLog } from '../../ports/access-log.ts'
import { accessNote } from '../../schemas/access.ts'

/** A file of this size, in bytes, is put aside as `<file>.1` in place of the one that was, and a new one begun. */
const mostBytes = 4_000_000
/** Notes that may wait for the disk; more are lost. */
const mostWaiting = 10_000

export interface DiskAccessLog extends AccessLog {
  /** Waits until all notes are written. */
  written(): Promise<void>
}

/**
 * The log as a file of one JSON line a note, readable by its owner alone, and one older file. Notes are written in the
 * order in which they came, some at once; nobody waits for it.
 */
export function openDiskAccessLog(
  file: string,
  report: (fault: unknown) => void,
  limit: number = mostBytes,
): DiskAccessLog {
  let waiting: string[] = []
  let writing: Promise<void> | null = null

  async function write(): Promise<void> {
    try {
      while (waiting.length > 0) {
        const lines = waiting
        waiting = []
        const size = await stat(file).then(
          (found) => found.size,
          () => 0,
        )
        if (size > limit) await rename(file, `${file}.1`)
        await appendFile(file, lines.join(''), { mode: 0o600 })
      }
    } catch (fault) {
      report(fault)
    } finally {
      writing = null
    }
  }

  return {
    add(note) {
      if (waiting.length >= mostWaiting) return
      waiting.push(`${JSON.stringify(note)}\n`)
      writing ??= write()
    },
    async recent(most) {
      await writing
      const notes = await readNotes(file)
      if (notes.length < most) notes.unshift(...(await readNotes(`${file}.1`)))
      return notes.slice(-most).reverse()
    },
    written: async () => {
      await writing
    },
  }
}

/** A line that was cut off when the process ended is left out. */
async function readNotes(file: string): Promise<AccessNote[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    const note = accessNote.safeParse(parsed(line))
    return note.success ? [note.data] : []
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
