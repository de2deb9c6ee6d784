import { type Disk, type DiskFile, privateDisk } from './disk.ts'

/** An operation that a test can make fail. */
export type Operation = keyof Disk | 'write' | 'cut' | 'flush-data' | 'flush-all'

export type Fault = {
  readonly code: string /** Bytes that are written before a write fails. */
  readonly after?: number
}

/** An error as the operating system gives it. */
function failure({ code }: Fault, operation: Operation): Error {
  return Object.assign(new Error(`${code}: made to fail, ${operation}`), { code })
}

/**
 * The real disk, on which operations fail as `fault` says: it is called before each operation and returns the fault or
 * null. Everything before a fault has really happened to the files.
 */
export function failingDisk(fault: (operation: Operation, path: string) => Fault | null): Disk {
  async function meet(operation: Operation, path: string): Promise<void> {
    const planned = fault(operation, path)
    if (planned) throw failure(planned, operation)
  }

  async function open(path: string, how: 'new' | 'existing'): Promise<DiskFile> {
    await meet('open', path)
    const file = await privateDisk.open(path, how)
    return {
      size: () => file.size(),
      async write(bytes, at) {
        const planned = fault('write', path)
        if (!planned) return file.write(bytes, at)
        await file.write(bytes.subarray(0, planned.after ?? 0), at)
        throw failure(planned, 'write')
      },
      async cut(length) {
        await meet('cut', path)
        await file.cut(length)
      },
      async flush(what) {
        await meet(`flush-${what}`, path)
        await file.flush(what)
      },
      close: () => file.close(),
    }
  }

  async function met<T>(operation: Operation, path: string, act: () => Promise<T>): Promise<T> {
    await meet(operation, path)
    return act()
  }

  return {
    open,
    read: (path, part) => met('read', path, () => privateDisk.read(path, part)),
    rename: (from, to) => met('rename', from, () => privateDisk.rename(from, to)),
    remove: (path) => met('remove', path, () => privateDisk.remove(path)),
    makeFolder: (path) => met('makeFolder', path, () => privateDisk.makeFolder(path)),
    flushFolder: (path) => met('flushFolder', path, () => privateDisk.flushFolder(path)),
    list: (path) => met('list', path, () => privateDisk.list(path)),
  }
}
