import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A command that a run consists of: the arguments for Node.js, and how many places of the pool it takes. */
export interface Job {
  readonly name: string
  readonly args: readonly string[]
  /** A job that computes without a pause takes more of them than one that waits for servers and browsers. */
  readonly places: number
  /** What has to be there before it starts. */
  readonly after?: Promise<unknown>
}

/** A job that has ended. */
export interface Ended {
  readonly job: Job
  /** Exit code; null where a signal ended it. */
  readonly status: number | null
  /** What it printed, on both streams, in the order in which it came. */
  readonly output: string
  readonly seconds: number
}

interface PoolOptions {
  readonly places: number
  /** The folder that the jobs work in. */
  readonly cwd: string
  /** Hears of each job when it has ended. */
  tell(ended: Ended): void
}

/**
 * Runs jobs in their order, as many at once as there are places for; one that wants more places than there are runs
 * alone. After one that failed none is begun; those under way are waited for. Whether all of them succeeded.
 */
export async function runJobs(jobs: readonly Job[], { places, cwd, tell }: PoolOptions): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-jobs-'))
  const running = new Set<Promise<void>>()
  let taken = 0
  let succeeding = true
  for (const [index, job] of jobs.entries()) {
    while (running.size > 0 && taken + job.places > places) await Promise.race(running)
    if (!succeeding) break
    taken += job.places
    const ending = run(job, cwd, join(folder, String(index))).then((ended) => {
      taken -= job.places
      running.delete(ending)
      succeeding &&= ended.status === 0
      tell(ended)
    })
    running.add(ending)
  }
  await Promise.all(running)
  rmSync(folder, { recursive: true, force: true })
  return succeeding
}

/** Both streams go to one file, which is whole when the job has ended, whoever else still holds it open. */
async function run(job: Job, cwd: string, file: string): Promise<Ended> {
  await job.after
  const started = performance.now()
  const printed = openSync(file, 'w')
  const child = spawn(process.execPath, job.args, { cwd, stdio: ['ignore', printed, printed] })
  closeSync(printed)
  const [status] = await once(child, 'exit')
  return { job, status, output: readFileSync(file, 'utf8'), seconds: (performance.now() - started) / 1000 }
}
