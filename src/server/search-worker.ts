import { parentPort, workerData } from 'node:worker_threads'
import { isRefusal } from '../model/refusal.ts'
import type { ReplacePlace } from '../model/search.ts'
import { patternOf } from '../replacing/pattern.ts'
import { placesIn } from '../replacing/places.ts'
import { yieldToMainThread } from './background-thread.ts'
import type { SearchTask } from './searching.ts'

yieldToMainThread()

const { search, texts, progress }: SearchTask = workerData
const pattern = patternOf(search)
if (isRefusal(pattern)) parentPort?.postMessage(pattern)
else {
  const places: (readonly ReplacePlace[])[] = []
  for (const [index, text] of texts.entries()) {
    // Whoever waits sees from it that one text is done after the other, and which one is not.
    Atomics.store(progress, 0, index + 1)
    places.push(placesIn(text, pattern, search))
  }
  parentPort?.postMessage(places)
}
