/**
 * The lists of `data/` are strings in modules, one entry a line: a linguist reads and corrects them without knowing
 * TypeScript, and they load alike in Node.js and in the browser, without disk, bundler plugin or request.
 */

/** The entries of a list, in its order. */
export function entriesOf(list: string): readonly string[] {
  return list.trim().split('\n')
}

/** The entries of a list of several columns, which single spaces separate. */
export function rowsOf(list: string): readonly (readonly string[])[] {
  return entriesOf(list).map((line) => line.split(' '))
}
