/** The loopback Google of `bench/google.ts`, in a process of its own so that it takes no time from the drafting. */
import { startGoogleLoopback } from '../src/engines/loopback/google.ts'

const loopback = await startGoogleLoopback({
  translations: new Map(),
  words: new Map(),
  delay: Number(process.argv[2]),
})
process.send?.({ port: loopback.port })
process.on('message', () => process.send?.({ calls: loopback.requests.length }))
process.on('disconnect', () => process.exit())
