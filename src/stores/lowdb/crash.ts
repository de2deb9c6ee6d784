import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { continues } from '../continuity.ts'
import { newFolder, open } from './testing.ts'

const script = fileURLToPath(new URL('./crash-writer.ts', import.meta.url))

/**
 * Repeatedly kills a process that appends to a journal. Each time, every acknowledged entry must be there when the
 * journal is opened, and the chain must be intact. Returns how many kills cut an entry short.
 */
export async function killWriters(kills: number): Promise<number> {
  let torn = 0
  let dir = newFolder()
  for (let kill = 0; kill < kills; kill += 1) {
    // A new journal now and then, to include the first append and to keep the file small.
    if (kill % 5 === 0) dir = newFolder()
    const child = spawn(process.execPath, [script, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    const writing = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (output.split('writing').length > 2 + (kill % 4)) resolve()
      })
    })
    const ended = once(child, 'close')
    await writing
    await wait((kill * 3) % 7)
    child.kill('SIGKILL')
    assert.deepEqual((await ended)[1], 'SIGKILL')

    const acknowledged = Math.max(...(output.match(/^\d+(?=\n)/gm) ?? []).map(Number))
    assert.ok(acknowledged > 0, output)
    const { journal, reports } = open(dir)
    const entries = await journal.read('people', 0)
    assert.ok(entries.length >= acknowledged, `${entries.length} entries, ${acknowledged} acknowledged`)
    for (const [index, entry] of entries.entries()) assert.ok(continues(entries[index - 1], entry))
    assert.ok(reports.every(({ report }) => report.type === 'tail-moved'))
    torn += reports.length
  }
  return torn
}
