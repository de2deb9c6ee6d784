import type { Disk, DiskFile } from './disk.ts'

/** Files that stay open between two writes, since opening and closing costs as much as writing. */
export interface OpenFiles {
  /** The file, for this caller alone until it is given back or closed. */
  take(path: string, how: 'new' | 'existing'): Promise<DiskFile>
  /** Lets it stay open for the next who takes it, as long as it is among those used last and not idle for long. */
  giveBack(path: string, file: DiskFile): void
  /** Closes those that nobody uses. */
  closeAll(): Promise<void>
}

/** Files that are open and not in use; those used longest ago are closed first. */
const mostIdle = 64
/** After so many milliseconds without use a file is closed. */
const longestIdle = 5_000

export function keepFilesOpen(disk: Pick<Disk, 'open'>): OpenFiles {
  /** In the order of their last use. */
  const idle = new Map<string, { readonly file: DiskFile; readonly since: number }>()
  let closing: NodeJS.Timeout | undefined

  // What was written has been flushed, so a failure to close changes nothing.
  const close = ({ file }: { readonly file: DiskFile }) => file.close().catch(() => undefined)

  function closeIdle(): void {
    closing = undefined
    const before = Date.now() - longestIdle
    for (const [path, opened] of idle) {
      if (opened.since > before) break
      idle.delete(path)
      void close(opened)
    }
    if (idle.size > 0) closeLater()
  }

  function closeLater(): void {
    if (closing === undefined) closing = setTimeout(closeIdle, longestIdle).unref()
  }

  return {
    async take(path, how) {
      const opened = idle.get(path)
      if (opened === undefined) return disk.open(path, how)
      idle.delete(path)
      return opened.file
    },
    giveBack(path, file) {
      idle.set(path, { file, since: Date.now() })
      for (const [oldest, opened] of idle) {
        if (idle.size <= mostIdle) break
        idle.delete(oldest)
        void close(opened)
      }
      closeLater()
    },
    async closeAll() {
      const opened = [...idle.values()]
      idle.clear()
      clearTimeout(closing)
      closing = undefined
      await Promise.all(opened.map(close))
    },
  }
}
