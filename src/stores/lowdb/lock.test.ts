import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Lock, lockWorkspace } from './lock.ts'
import { newFolder } from './testing.ts'

const script = fileURLToPath(new URL('./lock-holder.ts', import.meta.url))

const started: ChildProcess[] = []
after(() => {
  for (const child of started) child.kill('SIGKILL')
})

/** Another process that tries to take a workspace, and what it got. */
async function other(dir: string): Promise<{ child: ChildProcess; got: string; ended: Promise<unknown> }> {
  const child = spawn(process.execPath, [script, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  const ended = once(child, 'close')
  const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, got: said.toString().trim(), ended }
}

function taken(dir: string): Lock {
  const got = lockWorkspace(dir)
  assert.equal(got.type, 'lock')
  return got as Lock
}

test('while one process holds a workspace, another is refused and told whom to ask', async () => {
  const dir = newFolder()
  const { child, got, ended } = await other(dir)
  assert.equal(got, 'lock')
  const second = lockWorkspace(dir)
  assert.equal(second.type, 'held')
  assert.ok(second.type === 'held' && second.holder)
  assert.equal(second.holder.pid, child.pid)
  assert.equal(second.holder.address, 'http://127.0.0.1:1234')
  assert.ok(Math.abs(Date.parse(second.holder.since) - Date.now()) < 600_000)
  assert.equal((await other(dir)).got, 'held')
  child.kill('SIGKILL')
  await ended
})

test('after kill -9 the next one gets it, whatever the dead one left lying about', async () => {
  const dir = newFolder()
  for (let round = 0; round < 3; round += 1) {
    const { child, got, ended } = await other(dir)
    assert.equal(got, 'lock')
    child.kill('SIGKILL')
    await ended
    assert.ok(existsSync(join(dir, 'holder.json')))
  }
  const mine = taken(dir)
  const refused = lockWorkspace(dir)
  assert.ok(refused.type === 'held' && refused.holder?.pid === process.pid && refused.holder.address === null)
  mine.release()
})

test('within one process, too, there is one lock; given back it can be taken again', () => {
  const dir = join(newFolder(), 'not', 'there', 'yet')
  const first = taken(dir)
  assert.equal(lockWorkspace(dir).type, 'held')
  first.release()
  first.release()
  assert.equal(existsSync(join(dir, 'holder.json')), false)
  const second = taken(dir)
  first.release()
  assert.equal(lockWorkspace(dir).type, 'held')
  second.release()
})

test('what the holder says of itself is only believed when it makes sense', () => {
  const dir = newFolder()
  const lock = taken(dir)
  for (const text of ['', '{', 'null', '{"pid":"1"}', '{"pid":1}']) {
    writeFileSync(join(dir, 'holder.json'), text)
    assert.deepEqual(lockWorkspace(dir), { type: 'held', holder: null })
  }
  lock.announce('http://127.0.0.1:5')
  assert.match(readFileSync(join(dir, 'holder.json'), 'utf8'), /127\.0\.0\.1:5/)
  lock.release()
})
