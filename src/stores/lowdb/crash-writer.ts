import { writeSync } from 'node:fs'
import { expectDefined } from '../../model/expect.ts'
import { entriesAfter, sha256 } from '../conformance.ts'
import { type Disk, privateDisk } from '../disk/disk.ts'
import { openLowdbJournal } from './journal.ts'

/**
 * A process that appends to the journal `people` in the folder of its first argument until it is killed: small and large
 * entries, one or several at a time. It prints when it begins to write, and sequence numbers once acknowledged.
 */

/** The real disk with slow writes, so that a kill can interrupt one, as on a slow disk. */
const slowDisk: Disk = {
  ...privateDisk,
  async open(path, how) {
    const file = await privateDisk.open(path, how)
    return {
      ...file,
      async write(bytes, at) {
        writeSync(1, 'writing\n')
        const piece = 8192
        for (let from = 0; from < bytes.length; from += piece) {
          await file.write(bytes.subarray(from, from + piece), at + from)
        }
      },
    }
  },
}

const journal = openLowdbJournal(expectDefined(process.argv[2], 'the folder to write to'), {
  digest: sha256,
  disk: slowDisk,
  onReport: (_, report) => writeSync(1, `${report.type}\n`),
})
const sizes = [10, 200_000, 1, 3_000_000, 5_000]
let last = (await journal.read('people', 0)).at(-1)
for (let round = 0; ; round += 1) {
  const size = expectDefined(sizes[round % sizes.length], 'a size')
  const texts = Array.from({ length: 1 + (round % 3) }, (_, index) => `${round}.${index} `.repeat(size / 5))
  const entries = entriesAfter(last, texts)
  if ((await journal.append('people', entries)) !== 'appended') throw new Error('nobody else writes here')
  last = entries.at(-1)
  writeSync(1, `${last?.sequence}\n`)
}
