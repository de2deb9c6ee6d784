import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { type Line, moved } from './logic/figure-sheet.ts'

/** Confirms the figures of one sentence at a time, and goes on to the next. */
export function useConfirming({
  document,
  ids,
  again,
  goTo,
}: {
  document: string
  /** The sentences that show, in order. */
  ids: readonly string[]
  again: () => Promise<void>
  goTo: (segment: string | undefined) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const { failure, send } = useSending()
  const busy = useRef(false)
  const confirm = async (line: Line | undefined) => {
    if (line === undefined || busy.current) return
    if (line.own) return goTo(moved(ids, line.id, 'ArrowDown'))
    if (line.refusal !== null) return announce(words.refusal(line.refusal), true)
    busy.current = true
    const figures = line.figures.map(({ source, target, verdict }) => ({ source, target, verdict }))
    const reply = await send(call('confirmFigures', { params: { document, segment: line.id }, body: { figures } }))
    busy.current = false
    if (reply !== null) announce(t('figures.confirmedNow', { number: line.number }))
    await again()
    goTo(reply === null ? line.id : (moved(ids, line.id, 'ArrowDown') ?? line.id))
  }
  return { failure, confirm }
}
