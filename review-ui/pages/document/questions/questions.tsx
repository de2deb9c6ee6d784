import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { mayDo } from '../../../../src/model/permissions.ts'
import { questionKey } from '../../../../src/model/question.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { useFocusList } from '../../../interaction/focus.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import { AskLine, RunLine } from './ask-line.tsx'
import { QuestionLine } from './question-line.tsx'
import { type QuestionsView, useQuestions } from './use-questions.ts'

/** How many sentences with open questions are named. */
const mostNamed = 12

/**
 * What the office's language model asks of the English, where the office has one asked: beside the findings and never among
 * them. It blocks nothing and is counted nowhere.
 */
export function Questions({ row, reading }: { row: Row; reading: Reading }) {
  const { t } = useTranslation()
  const id = useId()
  const { me } = useRoom()
  const { state } = useRoomView()
  const questions = useQuestions(state.document.id, row.segment.version)
  const buttons = useFocusList<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  const { view, failure } = questions
  if (view === null || !view.on) return null
  const here = view.questions.filter(({ segment }) => segment === row.id)
  const maySettle = mayDo(me, 'ask-questions')
  const isAsked = !view.unasked.includes(row.id)
  return (
    <section className="questions" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {t('questions.title')}
      </h2>
      <p className="soft">{t('questions.about', { model: view.model })}</p>
      <ul className="findings">
        {here.map((question) => (
          <QuestionLine
            key={questionKey(question)}
            ref={buttons.ref(questionKey(question))}
            question={question}
            segment={row.segment}
            questions={questions}
            maySettle={maySettle}
            onSettled={() => {
              if (!buttons.focus(questionKey(question))) heading.current?.focus()
            }}
          />
        ))}
      </ul>
      {here.length === 0 && isAsked && <p className="soft">{t('questions.none')}</p>}
      <Elsewhere view={view} row={row} reading={reading} document={state.document.id} />
      <FailureNotice failure={failure} />
      {view.status && <RunLine status={view.status} onStop={maySettle ? () => void questions.stop() : null} />}
      {maySettle && !questions.running && <AskLine view={view} segment={row.id} questions={questions} />}
    </section>
  )
}

/** The other sentences with open questions, in the order of the document. */
function Elsewhere({
  view,
  row,
  reading,
  document,
}: {
  view: QuestionsView
  row: Row
  reading: Reading
  document: string
}) {
  const { t } = useTranslation()
  const open = view.questions.filter(({ segment, settled }) => settled === undefined && segment !== row.id)
  const segments = [...new Set(open.map(({ segment }) => segment))]
  const named = segments.flatMap((segment) => reading.byId.get(segment) ?? []).slice(0, mostNamed)
  if (named.length === 0) return null
  return (
    <p className="elsewhere">
      {t('questions.elsewhere', { count: segments.length })}{' '}
      {named.map(({ id, number }) => (
        <Link key={id} href={`/d/${document}/${id}`} aria-label={t('document.segment', { number })}>
          {number}
        </Link>
      ))}
    </p>
  )
}
