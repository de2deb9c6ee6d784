import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { verifyChain } from '../../review/chain.ts'
import { sha256 } from '../conformance.ts'
import { cutConnections, newDatabase } from './testing/database.ts'
import { openStores } from './testing/stores.ts'

const script = fileURLToPath(new URL('./crash-writer.ts', import.meta.url))

/**
 * Two processes append to one journal; in each round one of them is killed, or all connections are cut, in turn. Every
 * acknowledged entry must be there once, and the chain must be intact.
 */
export async function breakWriters(rounds: number): Promise<void> {
  const url = await newDatabase()
  const { journal } = await openStores(url)
  const acknowledged: string[] = []
  let failed: Error | undefined
  const more = async () => {
    const before = acknowledged.length
    while (acknowledged.length < before + 5) {
      if (failed) throw failed
      await wait(2)
    }
  }
  const start = () => {
    const child = spawn(process.execPath, [script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DUIZHAO_DATABASE_URL: url },
    })
    child.on('exit', (code) => {
      if (code !== null) failed ??= new Error(`a writer ended with ${code}`)
    })
    let rest = ''
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      acknowledged.push(...lines)
    })
    return child
  }
  const writers = [start(), start()]
  try {
    for (let round = 0; round < rounds; round += 1) {
      await more()
      await wait((round * 3) % 7)
      if (round % 2 === 0) await cutConnections(url)
      else {
        const victim = writers.shift() ?? assert.fail()
        const ended = once(victim, 'close')
        victim.kill('SIGKILL')
        assert.equal((await ended)[1], 'SIGKILL')
        writers.push(start())
      }
    }
    await more()
  } finally {
    await Promise.all(
      writers.map(async (writer) => {
        const ended = once(writer, 'close')
        writer.kill('SIGKILL')
        await ended
      }),
    )
  }
  const hashes = (await journal.read('people', 0)).map(({ hash }) => hash)
  const stored = new Set(hashes)
  assert.equal(stored.size, hashes.length, 'nothing is there twice')
  assert.deepEqual(
    acknowledged.filter((hash) => !stored.has(hash)),
    [],
  )
  assert.equal(new Set(acknowledged).size, acknowledged.length)
  assert.deepEqual(verifyChain(await journal.read('people', 0), sha256), { type: 'whole' })
}
