/**
 * The threads that the server starts, by the name of their file beside this one. The build makes an entry of each, so
 * that they are found in a package too.
 */
export const workerNames = [
  'extraction-worker',
  'file-worker',
  'judging-worker',
  'ledger-worker',
  'memory-worker',
  'offline-worker',
  'search-worker',
] as const
export type WorkerName = (typeof workerNames)[number]

/**
 * Megabytes for the youngest objects of a thread, which by default may take far more: what they hold for seconds is little.
 * Measured over a document of 5,000 sentences, imported and drafted: 90 MB less, in the same time.
 */
export const youngMegabytes = 8

/** Where a worker's file is: TypeScript in a checkout, JavaScript in a package. */
export function workerUrl(name: WorkerName): URL {
  return new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
}
