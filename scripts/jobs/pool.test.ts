import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Ended, type Job, runJobs } from './pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-pool-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** A job of a line of code, in which `file(name)` is a path and `fs` is there. */
function job(name: string, code: string, more: Partial<Job> = {}): Job {
  const file = `const file = (name) => ${JSON.stringify(`${folder}/`)} + name;`
  return { name, args: ['-e', file + code], places: 1, ...more }
}

/** Waits until another job has made a file. */
const waitFor = (name: string) =>
  `const timer = setInterval(() => { if (fs.existsSync(file('${name}'))) clearInterval(timer) }, 5)`
const make = (name: string) => `fs.writeFileSync(file('${name}'), '')`

async function ran(places: number, ...jobs: readonly Job[]) {
  const ended: Ended[] = []
  const succeeded = await runJobs(jobs, { places, cwd: folder, tell: (job) => ended.push(job) })
  return { succeeded, ended, names: ended.map(({ job }) => job.name) }
}

test('a job is told when it has ended, with all it printed on both streams', async () => {
  const { succeeded, ended } = await ran(1, job('a', 'console.log(1); console.error(2); console.log("3".repeat(2e5))'))
  assert.ok(succeeded)
  assert.deepEqual(
    ended.map(({ status, output }) => [status, output.slice(0, 5), output.length]),
    [[0, '1\n2\n3', 200_005]],
  )
})

test('jobs run at once while there are places for them', async () => {
  // The first ends only if the second has begun.
  assert.ok((await ran(3, job('a', waitFor('at-once')), job('b', make('at-once'), { places: 2 }))).succeeded)
})

test('one that finds no place waits for those before it, and those behind it wait too', async () => {
  const first = job('a', `setTimeout(() => ${make('first')}, 100)`)
  const second = job('b', `fs.statSync(file('first')); ${make('second')}`, { places: 2 })
  const third = job('c', `fs.statSync(file('second'))`)
  assert.ok((await ran(2, first, second, third)).succeeded)
})

test('after a failure none is begun, and those under way are told as well', async () => {
  const { succeeded, names } = await ran(
    2,
    job('a', `process.on('exit', () => ${make('failed')}); process.exit(1)`),
    job('b', waitFor('failed')),
    job('c', ''),
  )
  assert.equal(succeeded, false)
  assert.deepEqual(names.sort(), ['a', 'b'])
})

test('a job begins when what it waits for is there', async () => {
  const prepared = Promise.resolve().then(() => process.env.PATH)
  const { ended } = await ran(1, job('a', '', { after: prepared }))
  assert.equal(ended.length, 1)
  await assert.rejects(ran(1, job('a', '', { after: Promise.reject(new Error('no database')) })), /no database/)
})
