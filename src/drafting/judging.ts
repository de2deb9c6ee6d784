import type { Digest, Pause } from '../ports/world.ts'
import { glossaryHash, type JudgedTarget } from './compliance.ts'
import { termsOf } from './job.ts'
import { type Judged, judge } from './judgement.ts'
import { renderedNames } from './names.ts'
import { type Protection, restore } from './protect.ts'

/** An answer to be judged. With a protection it is an engine's as it came; without one it is a target already. */
export interface AnswerToJudge extends Judged {
  readonly answer: string
  readonly protection: Protection | null
}

/** An answer as plain English, and all that is told of it. */
export type JudgedAnswer = Omit<JudgedTarget, 'origin'>

/** Judges answers, here or in other threads. Answers and judgements are plain data. */
export interface Judges {
  /** How many lists it works on at the same time. */
  readonly width: number
  /** The judged answers in order, null for a blank one of an engine. Throws where the signal is aborted meanwhile. */
  judge(answers: readonly AnswerToJudge[], signal: AbortSignal): Promise<readonly (JudgedAnswer | null)[]>
}

/** What is needed of a job to judge it, and nothing else. */
export function toJudge(
  { source, terms, style }: Judged,
  answer: string,
  protection: Protection | null,
): AnswerToJudge {
  return { source, terms, style, answer, protection }
}

export function judgeAnswer({ answer, protection, ...judged }: AnswerToJudge, digest: Digest): JudgedAnswer | null {
  const target = protection === null ? answer : restore(protection, answer.toWellFormed()).trim()
  if (target === '' && protection !== null) return null
  return {
    target,
    judgement: judge(judged, target),
    glossary: glossaryHash(termsOf(judged.terms), digest),
    names: renderedNames(judged.source, target),
  }
}

/** Judges in this thread, and lets others use it meanwhile. */
export function judgesHere(pause: Pause, digest: Digest): Judges {
  return {
    width: 1,
    async judge(answers, signal) {
      const judged: (JudgedAnswer | null)[] = []
      for (const answer of answers) {
        judged.push(judgeAnswer(answer, digest))
        const others = pause()
        if (!others) continue
        await others
        signal.throwIfAborted()
      }
      return judged
    },
  }
}
