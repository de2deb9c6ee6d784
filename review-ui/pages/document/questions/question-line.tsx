import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { Icon } from '../../../components/icon.tsx'
import { When } from '../../../components/instant.tsx'
import { useOnceDrawn } from '../../../interaction/focus.ts'
import { announce } from '../../../shell/announce.tsx'
import type { PlacedQuestion, Questions } from './use-questions.ts'

/** A question of the language model: the words it quotes, what it takes them for, and what a person makes of it. */
export function QuestionLine({
  ref,
  question,
  segment,
  questions,
  maySettle,
  onSettled,
}: {
  /** The ref of its first button. */
  ref: Ref<HTMLButtonElement>
  question: PlacedQuestion
  segment: SegmentState
  questions: Questions
  maySettle: boolean
  /** After its buttons are others. */
  onSettled: () => void
}) {
  const { t } = useTranslation()
  const onceDrawn = useOnceDrawn()
  const [busy, setBusy] = useState(false)
  const { source, target, category, severity, settled } = question
  const kind = t(`questions.category.${category}`)
  const grade = t(`questions.severity.${severity}`)
  const run = async (act: Promise<boolean>, done: string) => {
    setBusy(true)
    if (await act) {
      announce(done)
      onceDrawn(onSettled)
    }
    setBusy(false)
  }
  const accept = () =>
    questions.accept(
      question,
      t('questions.comment', { kind, severity: grade, quote: source ?? target }),
      plain(segment.source),
      plain(segment.target),
    )
  return (
    <li className={settled ? 'waived' : ''}>
      <Icon name={settled ? 'waived' : 'suggestion'} />
      <div>
        <p>
          <b className={settled ? 'soft' : 'blue'}>
            {kind} · {grade}
          </b>
        </p>
        {source !== undefined && (
          <p>
            <q className="zh" lang="zh-CN">
              {source}
            </q>
          </p>
        )}
        {target !== undefined && (
          <p>
            <q className="en" lang="en">
              {target}
            </q>
          </p>
        )}
        {settled && (
          <p className="soft">
            {t(`questions.settled.${settled.verdict}`, { name: settled.name })} <When at={settled.at} />
          </p>
        )}
        {maySettle && settled?.verdict !== 'accepted' && (
          <p className="mend">
            {settled ? (
              <button
                ref={ref}
                type="button"
                className="text-button"
                disabled={busy}
                onClick={() => void run(questions.settle(question.segment, question, null), t('questions.open'))}
              >
                {t('questions.takeBack')}
              </button>
            ) : (
              <>
                <button
                  ref={ref}
                  type="button"
                  className="text-button"
                  disabled={busy}
                  onClick={() => void run(accept(), t('comments.added'))}
                >
                  {t('questions.accept')}
                </button>
                <button
                  type="button"
                  className="text-button"
                  disabled={busy}
                  onClick={() =>
                    void run(questions.settle(question.segment, question, 'dismissed'), t('questions.dismissed'))
                  }
                >
                  {t('questions.dismiss')}
                </button>
              </>
            )}
          </p>
        )}
      </div>
    </li>
  )
}
