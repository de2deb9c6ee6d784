import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceOfPair, type FigureEvidence, type PairEvidence } from '../../../src/alignment/pair-evidence.ts'
import { Icon } from '../../components/icon.tsx'
import { type AlignedTexts, pairOf, usualRatioOf } from './logic/aligned-texts.ts'
import type { MendedLink } from './logic/links.ts'

/** What speaks for and against the active link: its terms, its figures and its lengths. */
export function EvidenceAside({ texts, link }: { texts: AlignedTexts; link: MendedLink | undefined }) {
  const { t } = useTranslation()
  const ratio = useMemo(() => usualRatioOf(texts), [texts])
  const evidence = useMemo(() => {
    if (link === undefined) return null
    const { source, target } = pairOf(texts, link)
    return source === '' || target === '' ? null : evidenceOfPair(source, target, texts.terms, ratio)
  }, [texts, link, ratio])
  return (
    <section className="pair-evidence" aria-label={t('pair.evidence.title')}>
      <h2>{t('pair.evidence.title')}</h2>
      {evidence === null ? (
        <p className="soft">{t('pair.evidence.oneSide')}</p>
      ) : (
        <ul>
          {evidence.terms.map(({ form, rendering, isMet }) => (
            <Point key={form} name={t('pair.evidence.term')} speaksFor={isMet}>
              <span lang="zh-CN">{form}</span> {t(isMet ? 'pair.evidence.standsAgainst' : 'pair.evidence.hasNot')}{' '}
              <span lang="en">{rendering}</span>
            </Point>
          ))}
          <Figures figures={evidence.figures} />
          <Length length={evidence.length} />
        </ul>
      )}
    </section>
  )
}

function Figures({ figures }: { figures: readonly FigureEvidence[] }) {
  const { t } = useTranslation()
  if (figures.length === 0) {
    return (
      <Point name={t('pair.evidence.figures')} speaksFor={null}>
        {t('pair.evidence.noFigures')}
      </Point>
    )
  }
  return figures.map(({ zh, en, agrees }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the figures of a pair have an order and no names
    <Point key={at} name={t('pair.evidence.figures')} speaksFor={agrees}>
      {zh === null ? t('pair.evidence.notInChinese') : <span lang="zh-CN">{zh}</span>}{' '}
      {t(agrees ? 'pair.evidence.agreesWith' : 'pair.evidence.against')}{' '}
      {en === null ? t('pair.evidence.notInEnglish') : <span lang="en">{en}</span>}
    </Point>
  ))
}

function Length({ length: { zh, en, usual, isUsual } }: { length: PairEvidence['length'] }) {
  const { t } = useTranslation()
  return (
    <Point name={t('pair.evidence.length')} speaksFor={isUsual}>
      {t('pair.evidence.lengths', { zh, en, least: usual[0], most: usual[1] })}
    </Point>
  )
}

/** One piece of evidence; null: it says nothing. */
function Point({ name, speaksFor, children }: { name: string; speaksFor: boolean | null; children: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <li>
      <span className="soft">{name}</span>
      <span>
        {speaksFor === false && (
          <>
            <Icon name="warning" />
            <span className="hidden">{t('pair.evidence.speaksAgainst')} </span>
          </>
        )}{' '}
        {children}
      </span>
    </li>
  )
}
