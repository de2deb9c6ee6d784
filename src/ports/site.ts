/**
 * The published pages as files: paths from the root of the site, with `/`, to bytes. Paths are those that `isSitePath`
 * lets through; any other is thrown as a `RangeError`.
 */
export interface Site {
  /** The bytes of a file, or null where there is none. */
  read(path: string): Promise<Uint8Array | null>
  /**
   * Puts a file in the place of the one there is. A reader meets the old bytes or the new, never a part; once this has
   * answered, they survive a crash of process and machine.
   */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** The paths of all files, sorted. What stands there under a name that is no path of a site is left out. */
  list(): Promise<readonly string[]>
}

const longestPath = 400

/**
 * Whether a text can be the path of a file of a site: parts of a-z, 0-9, `.` and `-`, none of which begins with a dot or
 * a hyphen, with single slashes between them. So it never leads out of the site, and is the same in an address.
 */
export function isSitePath(path: string): boolean {
  return path.length <= longestPath && /^(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*$/.test(path)
}

/** Lets a path of a site through, or throws. */
export function checkSitePath(path: string): void {
  if (!isSitePath(path)) throw new RangeError(`not a path of a site: ${JSON.stringify(path.slice(0, longestPath))}`)
}
