import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Refusal } from '../../../src/model/refusal.ts'
import { call, type Unreachable } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Notice } from '../../components/notice.tsx'
import { Header } from '../../shell/header.tsx'
import { useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { ReviewRoom } from './room/review-room.tsx'
import { openRoom, type Room } from './room/room.ts'
import { RoomContext } from './room/room-context.tsx'

/** Opens a document and keeps it open as long as it is on the page. */
export function DocumentPage({ document, segment }: { document: string; segment: string | undefined }) {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  const [room, setRoom] = useState<Room | null>(null)
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  const [turn, setTurn] = useState(0)
  useTitle(room?.view().state.document.title ?? '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is another try
  useEffect(() => {
    let opened: Room | null = null
    let stale = false
    void call('document', { params: { document } }).then((outcome) => {
      if (stale) return
      if (outcome.type !== 'reply') return setFailure(outcome)
      setFailure(null)
      opened = openRoom(outcome.reply, me)
      setRoom(opened)
    })
    return () => {
      stale = true
      opened?.close()
      setRoom(null)
    }
  }, [document, me.id, turn])
  if (failure !== null) {
    return (
      <>
        <Header />
        <main className="page stack" id="main">
          <h1>{t('document.notOpened')}</h1>
          <Notice
            wrong
            aside={
              failure.type === 'unreachable' && (
                <button type="button" className="button" onClick={() => setTurn(turn + 1)}>
                  {t('common.again')}
                </button>
              )
            }
          >
            {words.failure(failure)}
          </Notice>
          <p>
            <Link href="/">{t('rooms.documents')}</Link>
          </p>
        </main>
      </>
    )
  }
  if (room === null) {
    return (
      <>
        <Header />
        <main className="waiting" id="main">
          <p role="status">{t('common.loading')}</p>
        </main>
      </>
    )
  }
  return (
    <RoomContext value={room}>
      <ReviewRoom segment={segment} />
    </RoomContext>
  )
}
