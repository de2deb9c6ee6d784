import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayDo } from '../../../../src/model/permissions.ts'
import { call } from '../../../api.ts'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'
import { AssignDialog, type Work } from '../../assigning/assign-dialog.tsx'
import { useRoom, useRoomView } from '../room/room-context.tsx'

/** Gives the chosen sentences to somebody. */
export function AssignChosen({ segments, range }: { segments: readonly string[]; range: string }) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const { state, people } = useRoomView()
  const sending = useSending()
  const [asking, setAsking] = useState(false)
  if (!mayDo(me, 'take-work')) return null
  const send = async (work: Work) => {
    const params = { document: state.document.id }
    const done = await sending.send(call('assignWork', { params, body: { ...work, segments: [...segments] } }))
    if (done === null) return
    announce(t('assign.done', { name: people.find(({ id }) => id === work.person)?.name ?? '' }))
    setAsking(false)
  }
  return (
    <>
      <button type="button" className="button" disabled={segments.length === 0} onClick={() => setAsking(true)}>
        {t('assign.act')} <span className="count">{segments.length}</span>
      </button>
      {asking && (
        <AssignDialog
          title={t('assign.title')}
          about={<p>{t('assign.ofRange', { count: segments.length, range })}</p>}
          people={people.filter(({ active }) => active)}
          steps={['translate', 'revise']}
          submit={t('assign.submit')}
          busy={sending.busy}
          failure={sending.failure}
          onSend={(work) => void send(work)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
