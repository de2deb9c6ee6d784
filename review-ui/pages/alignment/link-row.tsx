import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlignmentSegment } from '../../../src/alignment/alignment.ts'
import { Icon } from '../../components/icon.tsx'
import { type AlignedTexts, differs } from './logic/aligned-texts.ts'
import { confidenceOf, type MendedLink } from './logic/links.ts'
import type { Framed, Mending } from './use-mending.ts'

/** One link: its Chinese, the line that is the confidence, its English, why it is believed or doubted, what can be done. */
export function LinkRow({
  ref,
  link,
  texts,
  number,
  active,
  context,
  mending,
  onActivate,
}: {
  ref?: Ref<HTMLDivElement>
  link: MendedLink
  texts: AlignedTexts
  number: number
  active: boolean
  /** Whether it is shown only because of its neighbour. */
  context: boolean
  mending: Mending
  onActivate: () => void
}) {
  const { t } = useTranslation()
  const confidence = confidenceOf(link)
  const { zh, en } = link
  const shape = `${zh.length}:${en.length}`
  const isDiffering = differs(texts, link)
  const framed = active ? mending.framed : null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a link of two texts is no fieldset
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys lead from link to link
    <div
      ref={ref}
      className={`link ${active ? 'now' : ''} ${context && !active ? 'context' : ''}`}
      data-confidence={confidence}
      data-shape={shape}
      role="group"
      tabIndex={active ? 0 : -1}
      aria-label={t('pair.linkLabel', { number, shape, confidence: t(`pair.is.${confidence}`) })}
      onClick={active ? undefined : onActivate}
    >
      <Side side="zh" sentences={texts.zh} places={zh} framed={framed} none={t('pair.noChinese')} />
      <div className="mid" aria-hidden="true">
        <span className="line" />
        {(shape !== '1:1' || confidence === 'doubtful' || confidence === 'hand') && (
          <span className="pill">
            {confidence === 'doubtful' ? '? ' : ''}
            {confidence === 'hand' && <Icon name="edited" />} {shape}
          </span>
        )}
      </div>
      <Side side="en" sentences={texts.en} places={en} framed={framed} none={t('pair.noEnglish')} />
      {isDiffering ? (
        <p className="why">
          <Icon name="error" /> <span>{t('pair.differ')}</span>
        </p>
      ) : (
        (active || confidence === 'doubtful') &&
        confidence !== 'hand' && <Reasons link={link} doubtful={confidence === 'doubtful'} />
      )}
      {active && <Deeds mending={mending} shape={shape} />}
    </div>
  )
}

function Side({
  side,
  sentences,
  places,
  framed,
  none,
}: {
  side: 'zh' | 'en'
  sentences: readonly AlignmentSegment[]
  places: readonly number[]
  framed: Framed | null
  none: string
}) {
  return (
    <div className={`side ${side}-side ${places.length > 1 ? 'several' : ''}`}>
      {places.length === 0 && <p className="soft lacking">{none}</p>}
      {places.map((place, index) => (
        <p key={place} className={framed?.side === side && framed.index === index ? 'framed' : ''}>
          <span className="place">{place + 1}</span>
          <span className={side} lang={side === 'zh' ? 'zh-CN' : 'en'}>
            {sentences[place]?.text}
          </span>
        </p>
      ))}
    </div>
  )
}

function Reasons({ link, doubtful }: { link: MendedLink; doubtful: boolean }) {
  const { t } = useTranslation()
  if (link.reasons.length === 0) return null
  const words = link.reasons.map((reason) => t(`pair.reason.${reason}`)).join(t('common.listComma'))
  return (
    <p className="why">
      <Icon name={doubtful ? 'warning' : 'note'} />
      <span>
        {doubtful && <b>{t('pair.doubtful')} </b>}
        {words}
      </span>
    </p>
  )
}

function Deeds({ mending, shape }: { mending: Mending; shape: string }) {
  const { t } = useTranslation()
  const isAlone = shape === '1:0' || shape === '0:1'
  const deeds = [
    ['confirm', '↵', mending.confirm, !isAlone],
    ['split', 'S', mending.split, !isAlone],
    ['join', 'J', mending.join, true],
    ['up', 'U', () => mending.move(-1), true],
    ['down', 'D', () => mending.move(1), true],
    ['unlink', 'X', mending.unlink, !isAlone],
    ['undo', 'Z', mending.undo, mending.canUndo],
  ] as const
  return (
    <p className="deeds">
      {deeds.map(
        ([name, key, run, can]) =>
          can && (
            <button key={name} type="button" className={`button ${name === 'confirm' ? 'primary' : ''}`} onClick={run}>
              {t(`pair.deed.${name}`)}{' '}
              <span className="key-cap" aria-hidden="true">
                {key}
              </span>
            </button>
          ),
      )}
    </p>
  )
}
