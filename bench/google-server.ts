/** The loopback Google of `bench/google.ts`, in a process of its own so that it takes no time from the drafting. */
import { startGoogleLoopback } from '../src/engines/loopback/google.ts'
import { wordsOfGoogle } from './google-words.ts'

const loopback = await startGoogleLoopback({
  translations: new Map(),
  words: wordsOfGoogle,
  delay: Number(process.argv[2]),
})
process.send?.({ port: loopback.port })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ calls: loopback.requests.length, milliseconds: (user + system) / 1000 })
})
process.on('disconnect', () => process.exit())
