import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { figureDiffers } from '../../../src/model/release.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import { Key } from '../../components/key.tsx'
import { useBindings } from '../../keys/bindings.ts'
import { FigureRow, labelsIn } from './figure-row.tsx'
import type { Line } from './logic/figure-sheet.ts'

/** What a line asks of the list it stands in. */
export interface ListActs {
  /** The ref of the link that stands for a sentence to the keyboard. */
  ref(segment: string): (element: HTMLElement | null) => void
  stand(line: Line): void
  /** Follows an arrow key; whether it led anywhere. */
  move(line: Line, key: string): boolean
  confirm(line: Line): void
}

/** The figures of one sentence. Where one stands, both sentences show, to hold the figures against them. */
export const FigureLine = memo(function FigureLine({
  line,
  href,
  stop,
  acts,
}: {
  line: Line
  href: string
  /** Whether Tab comes to this line; arrows come to the others. */
  stop: boolean
  acts: ListActs
}) {
  const { t } = useTranslation()
  const { confirm } = useBindings()
  const { id, number, figures, source, target, refusal, own } = line
  const labels = labelsIn(t)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link with the number does the same by keyboard
    <li className={stop ? 'line current' : 'line'} onClick={() => acts.stand(line)} data-segment={id}>
      <Link
        href={href}
        className="number"
        ref={acts.ref(id)}
        tabIndex={stop ? 0 : -1}
        aria-label={t('document.segment', { number })}
        onFocus={() => acts.stand(line)}
        onKeyDown={(event) => {
          const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
          if (plain && acts.move(line, event.key)) event.preventDefault()
        }}
      >
        {number}
      </Link>
      <ul>
        {figures.map((figure, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence can have the same figure twice
          <FigureRow key={index} figure={figure} labels={labels} t={t} />
        ))}
      </ul>
      {stop && (
        <div className="context">
          <p className="zh" lang="zh-CN">
            {source}
          </p>
          <p className="en" lang="en">
            {target === '' ? <span lang={t('common.lang')}>{t('document.noEnglish')}</span> : target}
          </p>
          <Settling
            refusal={refusal}
            own={own}
            asIs={figures.some(figureDiffers)}
            chord={confirm}
            onConfirm={() => acts.confirm(line)}
          />
        </div>
      )}
    </li>
  )
})

/** The button that confirms, or why there is none. */
function Settling({
  refusal,
  own,
  asIs,
  chord,
  onConfirm,
}: Pick<Line, 'refusal' | 'own'> & {
  /** Whether some figure is not as the source has it, which confirming it lets stand. */
  asIs: boolean
  chord: string
  onConfirm: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  if (own) {
    return (
      <p className="settling soft">
        <Icon name="met" /> {t('figures.own')}
      </p>
    )
  }
  // That one has not the role for it is said once, above.
  if (refusal !== null) {
    return refusal.code === 'role-missing' ? null : <p className="settling soft">{words.refusal(refusal)}</p>
  }
  return (
    <p className="settling">
      <button type="button" className="button" onClick={onConfirm}>
        {t(asIs ? 'figures.confirmAsIs' : 'figures.confirm')} <Key chord={chord} />
      </button>
    </p>
  )
}
