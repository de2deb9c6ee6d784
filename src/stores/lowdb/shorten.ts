import type { Pause } from '../../ports/world.ts'
import { beginsAnew } from '../../review/chain.ts'
import type { Disk } from '../disk/disk.ts'
import { replaceByEnd } from '../disk/replace-file.ts'
import { entryOf } from './lines.ts'
import { readLines } from './read-lines.ts'

/**
 * Removes from the file of a journal the entries before one that holds all they came to: in its place comes a file that begins
 * with that. Throws a `RangeError` where no such entry is. The file has been verified before.
 */
export async function shortenJournalFile(
  path: string,
  first: number,
  { disk, pause }: { readonly disk: Disk; readonly pause: Pause },
): Promise<void> {
  let sequence = 0
  let from: number | null = null
  let to = 0
  await readLines(disk, path, { from: 0, to: Number.POSITIVE_INFINITY }, pause, (line, at) => {
    // The sequence numbers of a journal follow one another: only two of its lines need to be read.
    if (sequence === 0) sequence = entryOf(line).sequence
    else sequence += 1
    if (sequence === first && beginsAnew(entryOf(line))) from = at
    to = at + line.length + 1
    return 'more'
  })
  if (from === null) throw new RangeError(`${path} cannot begin at entry ${first}`)
  if (from > 0) await replaceByEnd(disk, path, { from, to }, pause)
}
