import { memo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { expectDefined } from '../../../../src/model/expect.ts'
import { Icon } from '../../../components/icon.tsx'
import { type DisplayedState, displayedStates } from '../logic/displayed-state.ts'
import { heightOf, type Ticks, ticksOf } from '../logic/progress.ts'
import type { Row } from '../logic/row.ts'

const width = 4
const step = 6
const height = 18

/** The document as a strip: a tick a segment, or a run of them; its height is the state, a flag says: act here. */
export const ProgressStrip = memo(function ProgressStrip({
  rows,
  looks,
  onGo,
}: {
  rows: readonly Row[]
  /** How many rows there are of each look. */
  looks: Readonly<Record<DisplayedState, number>>
  onGo: (segment: string) => void
}) {
  const { t } = useTranslation()
  const last = useRef<Ticks | undefined>(undefined)
  last.current = ticksOf(rows, 40, last.current)
  const { ticks } = last.current
  const counts = displayedStates.map((look) => ({ look, count: looks[look] })).filter(({ count }) => count > 0)
  const words = counts.map(({ look, count }) => t('progress.count', { state: t(`look.${look}`), count }))
  return (
    <div className="progress">
      <svg
        viewBox={`0 0 ${ticks.length * step - 2} ${height}`}
        preserveAspectRatio="xMinYMid"
        role="img"
        aria-label={t('progress.label', { words: words.join(t('common.listSemicolon')) })}
      >
        <path d={`M0 ${height - 0.5}h${ticks.length * step}`} stroke="currentColor" opacity="0.4" />
        {ticks.map((tick, index) => {
          const tall = expectDefined([1, 4, 8, 13, 16][heightOf(tick.look)], 'a height')
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: contents and filters lead there by keyboard
            <g key={tick.from} className={tick.flagged ? 'flagged' : ''} onClick={() => onGo(tick.segment)}>
              <title>
                {tick.from === tick.to ? tick.from : `${tick.from}–${tick.to}`} {t(`look.${tick.look}`)}
              </title>
              <rect className="catch" x={index * step - 1} y="0" width={step} height={height} />
              <rect x={index * step} y={height - 1 - tall} width={width} height={tall} />
              {tick.flagged && <path d={`M${index * step - 1} 0h6l-3 5z`} />}
            </g>
          )
        })}
      </svg>
      <ul aria-hidden="true">
        {counts.map(({ look, count }) => (
          <li key={look} title={t(`look.${look}`)}>
            <Icon name={look} /> {count}
          </li>
        ))}
      </ul>
    </div>
  )
})
