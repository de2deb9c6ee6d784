import { parentPort, workerData } from 'node:worker_threads'
import { runExtraction } from '../workspace/glossary/extraction.ts'

parentPort?.postMessage(runExtraction(workerData))
