import { useTranslation } from 'react-i18next'
import type { SegmentStateName } from '../../src/model/state.ts'

const order = ['final', 'reviewed', 'translated', 'initial'] as const

/** How far a document has come: one piece a state, as wide as its share, as high as it is advanced. */
export function StateBar({ states }: { states: Readonly<Record<SegmentStateName, number>> }) {
  const { t } = useTranslation()
  const total = order.reduce((sum, state) => sum + states[state], 0)
  const present = order.filter((state) => states[state] > 0)
  const label = present.map((state) => t('progress.count', { state: t(`state.${state}`), count: states[state] }))
  let x = 0
  return (
    <svg
      className="state-bar"
      viewBox="0 0 200 16"
      preserveAspectRatio="none"
      role="img"
      aria-label={label.join(t('common.listSemicolon'))}
    >
      <path d="M0 15.5h200" stroke="currentColor" opacity="0.4" />
      {present.map((state, index) => {
        const width = (200 * states[state]) / total
        const height = { final: 16, reviewed: 13, translated: 8, initial: 3 }[state]
        const piece = (
          <rect
            key={state}
            x={x}
            y={16 - height}
            width={index === present.length - 1 ? width : Math.max(width - 1, 0.5)}
            height={height}
            fill="currentColor"
            opacity={state === 'initial' ? 0.3 : 1}
          />
        )
        x += width
        return piece
      })}
    </svg>
  )
}
