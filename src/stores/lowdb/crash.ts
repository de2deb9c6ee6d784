import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { continues } from '../continuity.ts'
import { newFolder, open } from './testing.ts'

const script = fileURLToPath(new URL('./crash-writer.ts', import.meta.url))

/**
 * Kills a process that appends to a journal, again and again, in the midst of it: every entry it had acknowledged is
 * there when the journal is opened, and the chain is whole. Answers how many kills tore an entry.
 */
export async function killWriters(kills: number): Promise<number> {
  let torn = 0
  let dir = newFolder()
  for (let kill = 0; kill < kills; kill += 1) {
    // A fresh journal now and then, for the first append of all and so that the file stays small.
    if (kill % 5 === 0) dir = newFolder()
    const child = spawn(process.execPath, [script, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    const writing = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.split('writing').length > 2 + (kill % 4)) resolve()
      })
    })
    const ended = once(child, 'close')
    await writing
    await wait((kill * 3) % 7)
    child.kill('SIGKILL')
    assert.deepEqual((await ended)[1], 'SIGKILL')

    const acknowledged = Math.max(...(said.match(/^\d+(?=\n)/gm) ?? []).map(Number))
    assert.ok(acknowledged > 0, said)
    const { journal, reports } = open(dir)
    const entries = await journal.read('people', 0)
    assert.ok(entries.length >= acknowledged, `${entries.length} entries, ${acknowledged} acknowledged`)
    for (const [index, entry] of entries.entries()) assert.ok(continues(entries[index - 1], entry))
    assert.ok(reports.every(({ report }) => report.type === 'tail-moved'))
    torn += reports.length
  }
  return torn
}
