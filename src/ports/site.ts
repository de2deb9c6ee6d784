/**
 * The published pages as files: paths from the root of the site, with `/`, to bytes. Paths are those that `isSitePath`
 * lets through; any other is thrown as a `RangeError`.
 */
export interface Site {
  /** The bytes of a file, or null where there is none. */
  read(path: string): Promise<Uint8Array | null>
  /**
   * Replaces a file. A reader gets the old bytes or the new ones, never a mixture; after the promise is fulfilled, they
   * survive a crash of process and machine.
   */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** The paths of all files, sorted. Files whose names are not paths of a site are left out. */
  list(): Promise<readonly string[]>
}

const longestPath = 400

/**
 * Whether a text can be the path of a file of a site: parts of a-z, 0-9, `.` and `-` that do not begin with a dot or a
 * hyphen, separated by single slashes. Such a path never leads out of the site, and needs no escape in an address.
 */
export function isSitePath(path: string): boolean {
  return path.length <= longestPath && /^(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*$/.test(path)
}

/** Throws a `RangeError` for a text that is not such a path. */
export function checkSitePath(path: string): void {
  if (!isSitePath(path)) throw new RangeError(`not a path of a site: ${JSON.stringify(path.slice(0, longestPath))}`)
}
