import { useTranslation } from 'react-i18next'
import { useStore } from '../../../interaction/store.ts'
import { useChoosing } from './choosing.ts'

/** Whether a segment is among the chosen; nothing while nobody chooses. With keys, Space on its number does the same. */
export function ChooseBox({ id, number }: { id: string; number: number }) {
  const { t } = useTranslation()
  const { choice, toggle, extend } = useChoosing()
  const state = useStore(choice, (now) => (now === null ? null : now.chosen.has(id)))
  if (state === null) return null
  return (
    <input
      type="checkbox"
      className="pick"
      tabIndex={-1}
      aria-label={t('many.choose', { number })}
      checked={state}
      onClick={(event) => {
        event.stopPropagation()
        if (event.shiftKey) extend(id)
        else toggle(id)
      }}
      // What was pressed says so by itself.
      onChange={() => undefined}
    />
  )
}
