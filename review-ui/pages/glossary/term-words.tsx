import { useTranslation } from 'react-i18next'
import type { PartOfSpeech, Rendering, RenderingStatus, TermStatus } from '../../../src/model/term.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { markedParts } from './logic/search.ts'

const statusIcons: Readonly<Record<TermStatus, IconName>> = {
  proposed: 'draft',
  approved: 'reviewed',
  retired: 'waived',
}

export function TermStatusMark({ status }: { status: TermStatus }) {
  const { t } = useTranslation()
  return (
    <span className="status">
      <Icon name={statusIcons[status]} /> {t(`termStatus.${status}`)}
    </span>
  )
}

const renderingIcons: Readonly<Record<RenderingStatus, IconName>> = {
  preferred: 'reviewed',
  admitted: 'met',
  deprecated: 'warning',
  forbidden: 'close',
}

/** A rendering that is not the preferred one, with what may be done with it in words and in a glyph. */
export function OtherRendering({ rendering, query = '' }: { rendering: Rendering; query?: string }) {
  const { t } = useTranslation()
  const { text, status } = rendering
  return (
    <span className={`other ${status}`}>
      <Icon name={renderingIcons[status]} />{' '}
      <span className="en" lang="en">
        <Marked text={text} query={query} />
      </span>{' '}
      <small className="soft">{t(`glossary.rendering.${status}`)}</small>
    </span>
  )
}

/** A text with the words that are looked for marked in it. */
export function Marked({ text, query }: { text: string; query: string }) {
  if (query.trim() === '') return text
  return markedParts(text, query).map(({ text: part, found }, index) => {
    const key = index
    return found ? <mark key={key}>{part}</mark> : <span key={key}>{part}</span>
  })
}

export function speechWords(t: ReturnType<typeof useTranslation>['t'], part: PartOfSpeech | ''): string {
  return part === '' ? '' : t(`glossary.partOfSpeech.${part}`)
}
