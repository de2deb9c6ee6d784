import { getPriority, setPriority } from 'node:os'

/** How much more a background thread yields, as `nice` counts: it has a third of a processor for which both ask. */
const niceness = 5

/**
 * Has the thread that calls this yield the processors to the server's main thread, which answers people. Only on Linux,
 * where `setpriority(2)` for the caller concerns its own thread; elsewhere it would concern the whole process.
 */
export function yieldToMainThread(): void {
  if (process.platform === 'linux') setPriority(Math.min(19, getPriority() + niceness))
}
