/** Thrown for a file of the workspace that is there and is not what it should be: for its owner to put right. */
export class Unusable extends Error {
  readonly file: string

  constructor(file: string, cause: unknown) {
    super(`${file} cannot be used`, { cause })
    this.file = file
  }
}
