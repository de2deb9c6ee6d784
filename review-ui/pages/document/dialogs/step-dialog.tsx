import { useTranslation } from 'react-i18next'
import { type Finding, findingKey } from '../../../../src/model/finding.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { announce } from '../../../shell/announce.tsx'
import { useSession } from '../../../shell/session.tsx'
import type { Row } from '../logic/row.ts'
import { useRoom } from '../room/room-context.tsx'
import { SuggestDialog } from '../suggestions/suggest-dialog.tsx'
import { ReasonDialog, SplitDialog } from './dialogs.tsx'

/** What one is asked before a step on the segment is sent. */
export type StepQuestion =
  | { readonly type: 'return' }
  | { readonly type: 'split' }
  | { readonly type: 'suggest' }
  | { readonly type: 'waive'; readonly finding: Finding }

export function StepDialog({
  question,
  row,
  onClose,
}: {
  question: StepQuestion
  row: Row
  onClose: (done: boolean) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const room = useRoom()
  const { session } = useSession()
  const { id, number, segment } = row
  switch (question.type) {
    case 'return':
      return (
        <ReasonDialog
          title={t('return.title', { number })}
          about={t('return.about')}
          submit={t('return.submit')}
          suggestions={[t('return.meaning'), t('return.omission'), t('return.term'), t('return.style')]}
          send={(reason) => room.send('returnSegment', id, { reason })}
          onClose={(done) => {
            if (done) announce(t('said.returned', { number }))
            onClose(done)
          }}
        />
      )
    case 'suggest':
      return <SuggestDialog row={row} onClose={onClose} />
    case 'waive':
      return (
        <ReasonDialog
          title={t('waive.title')}
          about={words.finding(question.finding)}
          published={t(`waive.published.${session.workspace.publishing.names}`)}
          submit={t('waive.submit')}
          send={(reason) => room.send('waiveFinding', id, { finding: findingKey(question.finding), reason })}
          onClose={onClose}
        />
      )
    case 'split':
      return (
        <SplitDialog
          source={segment.source}
          send={(at) => room.send('splitSegment', id, { at })}
          onClose={(done) => {
            if (done) announce(t('said.split'))
            onClose(done)
          }}
        />
      )
  }
}
