import { once } from 'node:events'
import { getHeapStatistics } from 'node:v8'
import { type MessagePort, parentPort } from 'node:worker_threads'
import { formats } from '../formats/registry.ts'
import { isRefusal } from '../model/refusal.ts'
import { createReadFile } from '../workspace/core/reading.ts'
import { createWriteFile, type Writing } from '../workspace/core/writing.ts'
import { createRenderPart, type RenderJob } from '../workspace/releases/render-part.ts'
import { yieldToMainThread } from './background-thread.ts'
import { digest, digestBytes } from './digest.ts'
import { type FileJob, ready, type WorkerCheck } from './file-threads.ts'
import { createAssembly } from './pieces.ts'
import type { ReadingMessage } from './reading.ts'
import type { RenderingMessage } from './rendering.ts'
import { fingerprintOf } from './signing-key.ts'
import type { WritingMessage } from './writing.ts'

yieldToMainThread()

/**
 * Reads one file and sends its content in slices, each after the server has taken the previous one: receiving everything
 * at once would block the server as long as reading it.
 */
async function read(port: MessagePort, { kind, file }: Extract<FileJob, { type: 'read' }>): Promise<void> {
  const post = (message: ReadingMessage) => port.postMessage(message)
  // What the server received is memory that this thread shares with it; what reads files expects memory of its own.
  const reading = await createReadFile({ formats, digestBytes })(kind, { ...file, bytes: new Uint8Array(file.bytes) })
  if (isRefusal(reading)) return post(reading)
  const { items, ...rest } = reading
  let slice: unknown[] = []
  let weight = 0
  for (const item of items) {
    slice.push(item)
    weight += weightOf(item)
    if (weight < heaviest) continue
    post({ type: 'items', items: slice })
    await once(port, 'message')
    slice = []
    weight = 0
  }
  post({ type: 'items', items: slice })
  post({ ...rest, type: 'end' })
}

/** Objects in one slice, approximately: the server receives them in two milliseconds. */
const heaviest = 1_000

function weightOf(item: object): number {
  return 'parts' in item && Array.isArray(item.parts) ? 1 + item.parts.length : 1
}

/** The contents that follow a job. */
async function contentsAfter(port: MessagePort): Promise<unknown> {
  const assembly = createAssembly()
  await new Promise<void>((resolve) => {
    const take = (message: WritingMessage) => {
      if (message !== 'end') return assembly.take(message)
      port.off('message', take)
      resolve()
    }
    port.on('message', take)
  })
  return assembly.value()
}

/** Answers with the bytes of the file. */
async function write(port: MessagePort, { target }: Extract<FileJob, { type: 'write' }>): Promise<void> {
  // biome-ignore lint/plugin/no-cast: the server sends the target and the contents of one writing
  const written = await createWriteFile(formats)({ target, contents: await contentsAfter(port) } as Writing)
  if (isRefusal(written)) return port.postMessage(written)
  const bytes = new Uint8Array(written)
  port.postMessage(bytes, [bytes.buffer])
}

/** Sends the files of a part of the site one by one, each after the server has taken the previous one. */
async function render(port: MessagePort): Promise<void> {
  const post = (message: RenderingMessage) => port.postMessage(message)
  // biome-ignore lint/plugin/no-cast: the server sends just this
  const job = (await contentsAfter(port)) as RenderJob
  const { files, ...rest } = await createRenderPart({ formats, digest, fingerprintOf })(job)
  for (const [path, content] of files) {
    post({ type: 'file', path, content })
    await once(port, 'message')
  }
  post({ ...rest, type: 'end' })
}

/**
 * One job after the other, until a file has left much behind. Other messages are of the job that is under way, which
 * listens for them itself from the moment it has begun.
 */
function serve(port: MessagePort): void {
  port.on('message', (message: FileJob | WorkerCheck | WritingMessage | 'more') => {
    if (typeof message === 'string') return
    if (message.type === 'read') void read(port, message)
    else if (message.type === 'write') void write(port, message)
    else if (message.type === 'render') void render(port)
    else if (message.type === 'check') {
      if (getHeapStatistics().used_heap_size < message.most) port.postMessage(ready)
      else port.close()
    }
  })
}

if (parentPort) serve(parentPort)
