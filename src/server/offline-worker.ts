import { parentPort } from 'node:worker_threads'
import { loadFxtranslate } from '../engines/offline/fxtranslate.ts'
import { serveThread } from '../engines/offline/serve-thread.ts'
import { yieldToMainThread } from './background-thread.ts'

yieldToMainThread()

if (parentPort) serveThread(parentPort, loadFxtranslate)
