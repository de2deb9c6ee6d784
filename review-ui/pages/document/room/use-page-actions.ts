import { useLocation } from 'wouter'
import { mayDo } from '../../../../src/model/permissions.ts'
import type { Reading } from '../logic/reading.ts'
import type { PanelTab } from '../panel/panel.tsx'
import type { MenuAction } from '../row/command-menu.tsx'
import { useRoom, useRoomView } from './room-context.tsx'

/** What the menu of the active row can do beside what the row itself can. */
export function usePageActions(
  reading: Reading,
  to: {
    readonly panel: (tab: PanelTab) => void
    readonly contents: () => void
    readonly nextOpen: () => void
    readonly next: () => void
    readonly previous: () => void
    /** Chooses the segment, and others from it. */
    readonly choose: () => void
    /** Null where nothing was put in other places. */
    readonly takeBack: (() => void) | null
  },
): readonly MenuAction[] {
  const room = useRoom()
  const { state, drafting } = useRoomView()
  const [, go] = useLocation()
  const document = state.document.id
  const draftable = mayDo(room.me, 'draft') && drafting?.running !== true && reading.tallies.looks.empty > 0
  const draft = { command: 'draft', run: () => void room.startDrafting({}) } as const
  return [
    { command: 'match', run: () => to.panel('matches') } as const,
    { command: 'comment', run: () => to.panel('comments') } as const,
    { command: 'history', run: () => to.panel('history') } as const,
    { command: 'details', run: () => to.panel('terms') } as const,
    { command: 'findings', run: () => to.panel('findings') } as const,
    ...(mayDo(room.me, 'assess') ? [{ command: 'quality', run: () => to.panel('quality') } as const] : []),
    { command: 'contents', run: to.contents } as const,
    ...(draftable ? [draft] : []),
    ...(to.takeBack ? [{ command: 'takeBack', run: to.takeBack } as const] : []),
    { command: 'choose', run: to.choose } as const,
    { command: 'figures', run: () => go(`/d/${document}/figures`) } as const,
    ...(mayDo(room.me, 'replace')
      ? [{ command: 'replaceWords', run: () => go(`/replace?document=${document}`) } as const]
      : []),
    { command: 'signOff', run: () => go(`/d/${document}/sign-off`) } as const,
    { command: 'nextOpen', run: to.nextOpen } as const,
    { command: 'next', run: to.next } as const,
    { command: 'previous', run: to.previous } as const,
  ].map((action) => ({ ...action, refusal: null }))
}
