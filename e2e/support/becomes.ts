import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

/** How long a page has for what follows from what was done, in milliseconds: only one at fault takes it. */
const patience = 20_000

/**
 * Waits until a page has what is expected: a key press or a click comes back before all that follows from it is drawn.
 * Fails with what was read last.
 */
export async function becomes<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const deadline = performance.now() + patience
  let current = await read()
  while (!isDeepStrictEqual(current, expected) && performance.now() < deadline) {
    await setTimeout(30)
    current = await read()
  }
  assert.deepEqual(current, expected)
}
