import { once } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { formats } from '../formats/registry.ts'
import { isRefusal } from '../model/refusal.ts'
import { createReadFile } from '../workspace/core/reading.ts'
import { digestBytes } from './digest.ts'
import type { ReadingJob, ReadingMessage } from './reading.ts'

/**
 * Reads one file and sends its content in slices, each after the server has taken the previous one: receiving everything
 * at once would block the server as long as reading it.
 */
async function read(port: MessagePort, { kind, file }: ReadingJob): Promise<void> {
  const post = (message: ReadingMessage) => port.postMessage(message)
  const reading = await createReadFile({ formats, digestBytes })(kind, file)
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

if (parentPort) await read(parentPort, workerData)
