import { membersOf } from '../model/names.ts'

/** Thrown for a file of the workspace that is there and is not what it should be: for its owner to put right. */
export class Unusable extends Error {
  readonly file: string

  constructor(file: string, cause: unknown) {
    super(`${file} cannot be used`, { cause })
    this.file = file
  }
}

/** What opens a file of the workspace. Errors of the system name their file themselves. */
export async function usable<T>(file: string, open: () => T | Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    throw membersOf(error).syscall === undefined ? new Unusable(file, error) : error
  }
}
