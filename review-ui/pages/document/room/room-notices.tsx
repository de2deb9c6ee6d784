import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/icon.tsx'
import { When } from '../../../components/instant.tsx'
import { ArchivedNotice } from './archived-notice.tsx'
import { useBackgroundChecks, useRoomView } from './room-context.tsx'

/** Sentences that are checked in a moment need no word. */
const manySentences = 1000

/** What of the whole document is not as it should be: news that does not arrive, checks that do not run, a signature gone. */
export function RoomNotices() {
  const { t } = useTranslation()
  const { connected, names, state } = useRoomView()
  const withdrawn = state.releases.find(
    (release) => release.withdrawn && release.signature === state.signOff?.signature,
  )
  const complete = useBackgroundChecks((view) => view.complete)
  const left = useBackgroundChecks((view) => view.left)
  return (
    <>
      <ArchivedNotice />
      {state.deleted && (
        <p className="disconnected" role="status">
          <Icon name="error" /> <b className="red">{t('document.deleted')}</b>{' '}
          <span className="soft">
            {names.get(state.deleted.by) ?? state.deleted.by}, <When at={state.deleted.at} />
          </span>
        </p>
      )}
      {!connected && (
        <p className="disconnected" role="status">
          <Icon name="warning" /> {t('document.disconnected')}
        </p>
      )}
      {left >= manySentences && (
        <p className="disconnected">
          <Icon name="note" /> {t('document.checking', { count: left })}
        </p>
      )}
      {!complete && (
        <p className="disconnected">
          <Icon name="warning" /> {t('document.notWhole')}
        </p>
      )}
      {state.signOff && state.touchedSinceSignOff && (
        <p className="disconnected">
          <Icon name="error" /> <b className="red">{t('signOffStatus.stale')}</b>{' '}
          {withdrawn ? t('document.releaseWithdrawn', { number: withdrawn.number }) : t('document.unsigned')}
        </p>
      )}
    </>
  )
}
