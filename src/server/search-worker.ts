import { parentPort, workerData } from 'node:worker_threads'
import { isRefusal } from '../model/refusal.ts'
import { patternOf } from '../replacing/pattern.ts'
import { placesInSteps } from '../replacing/places.ts'
import { yieldToMainThread } from './background-thread.ts'
import type { SearchTask } from './searching.ts'

yieldToMainThread()

const { search, texts, progress }: SearchTask = workerData
const pattern = patternOf(search)
if (isRefusal(pattern)) parentPort?.postMessage(pattern)
else {
  const steps = placesInSteps(texts, pattern, search)
  for (let at = 1; ; at++) {
    // Whoever waits sees from it that one text is done after the other, and which one is not.
    Atomics.store(progress, 0, at)
    const step = steps.next()
    if (step.done !== true) continue
    parentPort?.postMessage(step.value)
    break
  }
}
