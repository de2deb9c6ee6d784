import { join } from 'node:path'
import { modelsFolder } from '../defaults.ts'
import { createEngines, type Engines } from '../engines.ts'
import { createFileThreads, type FileThreads } from '../file-threads.ts'
import { createJudgingThreads, type JudgingThreads } from '../judging-threads.ts'
import { createMemoryThread, type MemoryThread } from '../memory-host.ts'
import { createPause } from '../pause.ts'

/** The threads that work beside the server. */
export interface Threads {
  readonly files: FileThreads
  readonly judges: JudgingThreads
  readonly memory: MemoryThread
  readonly engines: Engines
  close(): void
}

/** `folder` is that of the workspace. */
export function openThreads(folder: string): Threads {
  const files = createFileThreads()
  const judges = createJudgingThreads(createPause())
  const memory = createMemoryThread(join(folder, 'memory'), createPause())
  const engines = createEngines(modelsFolder(folder))
  return {
    files,
    judges,
    memory,
    engines,
    close() {
      files.close()
      judges.close()
      memory.close()
      engines.close()
    },
  }
}
