import { useTranslation } from 'react-i18next'
import { mayDo } from '../../../../src/model/permissions.ts'
import { call } from '../../../api.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { When } from '../../../components/instant.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'
import { useRoom, useRoomView } from './room-context.tsx'

/** That the document is in the archive, who put it there, and the way back for whoever may take it. */
export function ArchivedNotice() {
  const { t } = useTranslation()
  const { me } = useRoom()
  const { state, names } = useRoomView()
  const { busy, failure, send } = useSending()
  const { archived, document } = state
  if (archived === undefined) return null
  const restore = async () => {
    // The entry comes by the stream, and with it the notice goes.
    if (await send(call('restoreDocument', { params: { document: document.id } }))) announce(t('document.restored'))
  }
  return (
    <div className="archived">
      <p>
        <Icon name="note" /> <b>{t('document.archived')}</b>{' '}
        <span className="soft">
          {names.get(archived.by) ?? archived.by}, <When at={archived.at} />
        </span>
      </p>
      {mayDo(me, 'restore-document') && (
        <button type="button" className="button" disabled={busy} onClick={() => void restore()}>
          {t('documents.restore')}
        </button>
      )}
      <FailureNotice failure={failure} />
    </div>
  )
}
