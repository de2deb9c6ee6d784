import { parentPort, workerData } from 'node:worker_threads'
import { runExtraction } from '../workspace/glossary/extraction.ts'
import { yieldToMainThread } from './background-thread.ts'

yieldToMainThread()

parentPort?.postMessage(runExtraction(workerData))
