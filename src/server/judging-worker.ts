import { parentPort } from 'node:worker_threads'
import { judgeAnswer } from '../drafting/judging.ts'
import type { Term } from '../model/term.ts'
import { yieldToMainThread } from './background-thread.ts'
import { digest } from './digest.ts'
import type { JudgingList } from './judging-list.ts'
import { openList } from './judging-list.ts'

yieldToMainThread()

/** Entries of earlier lists: what is worked out of an entry is kept as long as the entry itself. */
const known = new Map<number, Term>()

parentPort?.on('message', (list: JudgingList) =>
  parentPort?.postMessage(openList(list, known).map((answer) => judgeAnswer(answer, digest))),
)
