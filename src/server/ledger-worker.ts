import { parentPort, workerData } from 'node:worker_threads'
import type { WitnessedHead } from '../review/heads.ts'
import { checkJournals } from '../stores/lowdb/check.ts'
import { yieldToMainThread } from './background-thread.ts'
import { digest } from './digest.ts'

yieldToMainThread()

// biome-ignore lint/plugin/no-cast: the server that starts this thread gives it just this
const { folder, heads } = workerData as { readonly folder: string; readonly heads: readonly WitnessedHead[] }
parentPort?.postMessage(await checkJournals(folder, digest, heads))
