import { useEffect } from 'react'
import { type Question, type QuestionVerdict, questionKey } from '../../../../src/model/question.ts'
import { call, type Reply } from '../../../api.ts'
import { type Remote, useRemote } from '../../../interaction/use-remote.ts'
import { type Sending, useSending } from '../../../interaction/use-sending.ts'
import { useRoom } from '../room/room-context.tsx'

export type QuestionsView = Reply<'questions'>
export type PlacedQuestion = QuestionsView['questions'][number]

/** While a run goes on the page asks how far it is, in milliseconds. */
const pace = 1500

/** What a language model asks of the document, and what a person does about it. */
export function useQuestions(document: string, revision: number) {
  const room = useRoom()
  const remote: Remote<QuestionsView> = useRemote(
    `questions ${document}`,
    (signal) => call('questions', { params: { document }, signal }),
    revision,
  )
  const sending: Sending = useSending()
  const { data, reload } = remote
  const running = data?.status?.running === true
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => void reload(), pace)
    return () => clearInterval(timer)
  }, [running, reload])
  const settle = async (segment: string, question: Question, verdict: QuestionVerdict | null) => {
    const body = { segment, question: questionKey(question), verdict }
    const reply = await sending.send(call('settleQuestion', { params: { document }, body }))
    if (reply === null) return false
    await reload()
    return true
  }
  return {
    view: data,
    failure: sending.failure ?? remote.failure,
    busy: sending.busy,
    running,
    settle,
    /** Asks about some sentences, or all that were not asked about. */
    async ask(segments: readonly string[] | null, dollars: number | null) {
      const body = { ...(segments && { segments: [...segments] }), ...(dollars !== null && { budget: { dollars } }) }
      if ((await sending.send(call('askQuestions', { params: { document }, body }))) !== null) await reload()
    },
    async stop() {
      if ((await sending.send(call('stopQuestions', { params: { document } }))) !== null) await reload()
    },
    /** Makes a comment of a question, on the words that it quotes. */
    async accept(question: PlacedQuestion, text: string, source: string, target: string) {
      const side = question.target === undefined ? 'source' : 'target'
      const words = question[side] ?? ''
      const from = (side === 'source' ? source : target).indexOf(words)
      const on = { side, words: { from, to: from + words.length, text: words } } as const
      const comment = { text, blocking: false, mentions: [], on }
      if (!(await sending.step(room.comment(question.segment, comment)))) return false
      return settle(question.segment, question, 'accepted')
    },
  }
}

export type Questions = ReturnType<typeof useQuestions>
