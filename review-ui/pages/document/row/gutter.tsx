import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { openSuggestions } from '../../../../src/review/suggestions.ts'
import { Icon } from '../../../components/icon.tsx'
import type { Row } from '../logic/row.ts'
import { ChooseBox } from '../many/choose-box.tsx'

/** The number of a segment, a link to it; its state as a glyph; what needs attention; who else is at it. */
export function Gutter({
  ref,
  row,
  times,
  href,
  active,
  tabIndex,
  here,
  onActivate,
}: {
  /** The ref of the link. */
  ref?: Ref<HTMLAnchorElement>
  row: Row
  /** How often its Chinese stands in the document. */
  times: number
  href: string
  active: boolean
  tabIndex: number
  here: readonly string[]
  onActivate: (segment: string, caret: number | null) => void
}) {
  const { t } = useTranslation()
  const { number, look, errors, concerns, segment } = row
  const comments = segment.comments.filter(({ resolved }) => !resolved).length
  const suggestions = openSuggestions(segment).length
  const words = [
    t('document.segment', { number }),
    t(`look.${look}`),
    errors > 0 && t('document.errors', { count: errors }),
    concerns > errors && t('document.warnings', { count: concerns - errors }),
    times > 1 && t('repetition.times', { count: times }),
    comments > 0 && t('document.comments', { count: comments }),
    suggestions > 0 && t('suggestion.list', { count: suggestions }),
    here.length > 0 && t('document.here', { names: here.join(t('common.listComma')) }),
  ]
  return (
    <div className="gutter">
      <ChooseBox id={row.id} number={number} />
      <Link
        {...(ref && { ref })}
        href={href}
        replace
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          onActivate(row.id, null)
        }}
        tabIndex={tabIndex}
        aria-current={active ? 'true' : undefined}
        aria-label={words.filter(Boolean).join(t('common.listComma'))}
      >
        {number}
      </Link>
      <span className="glyphs" aria-hidden="true">
        <Icon name={look} />
        <span className="look">{t(`look.${look}`)}</span>
        {errors > 0 ? <Icon name="error" /> : concerns > 0 && <Icon name="warning" />}
        {suggestions > 0 && <Icon name="suggestion" />}
        {comments > 0 && <Icon name="comment" />}
        {times > 1 && <small className="times">×{times}</small>}
      </span>
      {here.map((name) => (
        <span key={name} className="here" aria-hidden="true" title={name}>
          {initialsOf(name)}
        </span>
      ))}
    </div>
  )
}

/** Two letters of a Latin name, the last two characters of a Chinese one. */
export function initialsOf(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return [...name.replace(/[^\p{Script=Han}]/gu, '')].slice(-2).join('')
  const words = name.split(/\s+/).filter(Boolean)
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : (words[0]?.[1] ?? ''))).toUpperCase()
}
