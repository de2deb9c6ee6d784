import { appendFile, readFile, rename, stat } from 'node:fs/promises'
import { setImmediate as others } from 'node:timers/promises'
import type { AccessNote } from '../../model/access.ts'
import { type AccessLog, isForgotten, type NotesToForget } from '../../ports/access-log.ts'
import { accessNote } from '../../schemas/access.ts'
import { privateDisk } from './disk.ts'
import { replaceFile } from './replace-file.ts'

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

  /** What comes meanwhile waits, and is written afterwards. */
  async function forgetAll(what: NotesToForget): Promise<void> {
    try {
      for (const path of [file, `${file}.1`]) await forgetIn(path, what)
    } finally {
      writing = null
      if (waiting.length > 0) writing = write()
    }
  }

  return {
    add(note) {
      if (waiting.length >= mostWaiting) return
      waiting.push(`${JSON.stringify(note)}\n`)
      writing ??= write()
    },
    async recent(most, person) {
      await writing
      const notes: AccessNote[] = []
      for (const path of [file, `${file}.1`]) {
        const text = await readFile(path, 'utf8').catch(() => '')
        for (const note of notesFromEnd(text, person)) {
          if (notes.length === most) return notes
          notes.push(note)
        }
      }
      return notes
    },
    async forget(what) {
      while (writing) await writing
      writing = forgetAll(what)
      await writing
    },
    written: async () => {
      await writing
    },
  }
}

/**
 * The notes of a file, the last first; of one person where one is named. Only lines that may concern them are parsed. A
 * line that was cut off when the process ended is left out.
 */
function* notesFromEnd(text: string, person?: string): Generator<AccessNote, void> {
  const named = JSON.stringify(person ?? '')
  for (let end = text.length; end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(start, end)
    end = start - 1
    if (person !== undefined && !line.includes(named)) continue
    const note = accessNote.safeParse(parsed(line))
    if (note.success && (person === undefined || note.data.person === person)) yield note.data
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** Lines that are looked at before others have their turn. */
const linesAtOnce = 1_000

/** Replaces a file by one without some of its notes, if it has any of them. */
async function forgetIn(path: string, what: NotesToForget): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const lines = text.split('\n').filter((line) => line !== '')
  const kept: string[] = []
  for (const [at, line] of lines.entries()) {
    const note = accessNote.safeParse(parsed(line))
    if (!note.success || !isForgotten(note.data, what)) kept.push(line)
    if (at % linesAtOnce === linesAtOnce - 1) await others()
  }
  if (kept.length === lines.length) return
  const content = kept.map((line) => `${line}\n`).join('')
  await replaceFile(privateDisk, path, new TextEncoder().encode(content))
}
