import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Thrown where a workspace is in a database and was to be opened from its folder; or the other way round. */
export class WrongStore extends Error {
  readonly folder: string
  readonly is: 'in-database' | 'in-folder'

  constructor(folder: string, is: WrongStore['is']) {
    super(`${folder}: ${is}`)
    this.folder = folder
    this.is = is
  }
}

/** Says in the folder of a workspace that its journals and settings are in a database. */
export function markAsInDatabase(folder: string): void {
  const mark = join(folder, databaseMark)
  if (!existsSync(mark)) writeFileSync(mark, 'The journals and settings of this workspace are in a database.\n')
}

/** Stands in the folder of a workspace whose journals and settings are in a database. */
export const databaseMark = 'in-database'
