import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PackedView } from '../../../src/contract/views/documents.ts'
import { call } from '../../api.ts'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { ReviewRoom } from './room/review-room.tsx'
import { openRoom, type Room } from './room/room.ts'
import { RoomContext } from './room/room-context.tsx'

/** Opens a document and keeps it open as long as it is on the page. */
export function DocumentPage({ document, segment }: { document: string; segment: string | undefined }) {
  const { t } = useTranslation()
  const remote = useRemote(document, (signal) => call('packedDocument', { params: { document }, signal }))
  const room = useOpenRoom(remote.data)
  useTitle(room?.view.get().state.document.title ?? '')
  if (room !== null) {
    return (
      <RoomContext value={room}>
        <ReviewRoom segment={segment} />
      </RoomContext>
    )
  }
  return (
    <>
      <Header />
      <main className={remote.failure === null ? '' : 'page stack'} id="main">
        {remote.failure !== null && <h1>{t('document.notOpened')}</h1>}
        <Loading remote={remote} />
        {remote.failure !== null && (
          <p>
            <Link href="/">{t('rooms.documents')}</Link>
          </p>
        )}
      </main>
    </>
  )
}

/** The room of a document, from the reply that opened it until the page is left. */
function useOpenRoom(document: PackedView | null): Room | null {
  const me = useMe()
  const [room, setRoom] = useState<Room | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same person with other roles stays in the room
  useEffect(() => {
    if (document === null) return
    const opened = openRoom(document, me)
    setRoom(opened)
    return () => {
      opened.close()
      setRoom(null)
    }
  }, [document, me.id])
  return room
}
