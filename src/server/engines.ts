import { availableParallelism } from 'node:os'
import { createGoogleEngine } from '../engines/google/engine.ts'
import { createMemoryEngine } from '../engines/memory-engine.ts'
import { createOfflineEngine } from '../engines/offline/engine.ts'
import { installedModel } from '../engines/offline/model/installed.ts'
import { createThreadPool, type ThreadPool } from '../engines/offline/pool.ts'
import { startWorkerThread } from '../engines/offline/worker-thread.ts'
import { createOpenAiChat } from '../engines/openai-compatible/chat.ts'
import { createOpenAiEngine } from '../engines/openai-compatible/engine.ts'
import type { EngineName, EngineSettings } from '../model/engine.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { Chat } from '../ports/chat.ts'
import type { Engine } from '../ports/engine.ts'
import type { ExactOffers } from '../ports/memory-host.ts'
import type { OpenedEngines } from '../workspace/core/world.ts'
import { workerUrl } from './workers.ts'

/** The engines of a server. */
export interface Engines {
  /** The engines that the settings name; refused where the active one is not set up, and without a second that is not. */
  open(settings: EngineSettings, exact: ExactOffers): Promise<OpenedEngines | Refusal>
  /** The language model of the OpenAI-compatible server; refused where it is not set up. */
  chat(settings: EngineSettings): Chat | Refusal
  /** Stops their threads. */
  close(): void
}

/** How an engine is opened, with what it has of the server; null for the memory, which stands before all of them. */
type Service = ((settings: EngineSettings, offline: OfflineDoor) => Engine | Refusal | Promise<Engine | Refusal>) | null

/** One that is not here does not compile. */
const services: Readonly<Record<EngineName, Service>> = {
  memory: null,
  offline: async ({ offline = {} }, door) => createOfflineEngine(await installedModel(door.models), door.pool(offline)),
  google: ({ google }) => createGoogleEngine(google),
  'openai-compatible': ({ openai }) => createOpenAiEngine(openai),
}

/** `models` is the folder of the offline engine's models in the workspace. */
export function createEngines(models: string): Engines {
  const offline = createOfflineDoor(models)
  const openService = async (name: EngineName, settings: EngineSettings) =>
    (await services[name]?.(settings, offline)) ?? null
  return {
    async open(settings, exact) {
      const main = await openService(settings.active, settings)
      if (main !== null && isRefusal(main)) return main
      const second = settings.second === undefined ? null : await openService(settings.second, settings)
      return { memory: createMemoryEngine(exact), main, second: second !== null && isRefusal(second) ? null : second }
    },
    chat: ({ openai }) => createOpenAiChat(openai),
    close: () => offline.close(),
  }
}

interface OfflineDoor {
  readonly models: string
  /** The threads that all runs share, as many as the settings say. */
  pool(settings: NonNullable<EngineSettings['offline']>): ThreadPool
  close(): void
}

/** In milliseconds: after how long an idle thread gives its memory back, and how long loading and a text may take. */
const threadTimes = { idle: 5 * 60_000, times: { loading: 2 * 60_000, text: 3 * 60_000 } }

/** The most threads where the settings say nothing, since each has the model in its own memory. */
const mostThreads = 8

function createOfflineDoor(models: string): OfflineDoor {
  const pools = new Map<number, ThreadPool>()
  const usual = Math.max(1, Math.min(mostThreads, availableParallelism() - 1))
  return {
    models,
    pool({ threads: size = usual }) {
      // Threads of another number end by themselves when they have been idle.
      const pool = pools.get(size) ?? createThreadPool({ start: startOfflineThread, size, ...threadTimes })
      pools.set(size, pool)
      return pool
    },
    close() {
      for (const pool of pools.values()) pool.close()
    },
  }
}

const startOfflineThread = () => startWorkerThread(workerUrl('offline-worker'))
