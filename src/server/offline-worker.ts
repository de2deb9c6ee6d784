import { parentPort } from 'node:worker_threads'
import { loadFxtranslate } from '../engines/offline/fxtranslate.ts'
import { serveThread } from '../engines/offline/serve-thread.ts'

if (parentPort) serveThread(parentPort, loadFxtranslate)
