import { useRef } from 'react'
import { mayDo } from '../../../../src/model/permissions.ts'
import { useOnceDrawn } from '../../../interaction/focus.ts'
import { useStore } from '../../../interaction/store.ts'
import type { Row } from '../logic/row.ts'
import type { OtherDraftsHandle } from '../other-drafts/other-drafts.tsx'
import { useRoom } from '../room/room-context.tsx'
import type { RowText } from './use-row-text.ts'

/** The other drafts of the active row: whether they show, and how one of them comes into its English. */
export function useOtherDrafts({ id }: Row, text: RowText) {
  const room = useRoom()
  const ref = useRef<OtherDraftsHandle>(null)
  const onceDrawn = useOnceDrawn()
  return {
    ref,
    shown: useStore(room.otherDrafts, (all) => all.has(id)),
    /** Null for somebody who may not ask an engine. */
    show: mayDo(room.me, 'draft')
      ? () => {
          room.showDrafts(id)
          onceDrawn(() => ref.current?.focus())
        }
      : null,
    /** What one wrote is saved first, so that the history has it. */
    use: (english: string) => void room.autosaver.flush(id).then(() => text.replaceAll(english)),
  }
}
