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

/** Stands in the folder of a workspace whose journals and settings are in a database. */
export const databaseMark = 'in-database'
