import { useTranslation } from 'react-i18next'
import { differences, isRewritten } from '../../src/review/differences.ts'

/**
 * What changed from one text to the other. Where most of it did, both texts stand whole under one another: that reads
 * better than their differences.
 */
export function Differences({ before, after, lang }: { before: string; after: string; lang: 'zh-CN' | 'en' }) {
  const { t } = useTranslation()
  const parts = differences(before, after)
  const type = lang === 'en' ? 'en' : 'zh'
  if (before !== '' && after !== '' && isRewritten(parts)) {
    return (
      <div className="rewritten">
        <p>
          <span className="soft">{t('differences.before')} </span>
          <span className={type} lang={lang}>
            {before}
          </span>
        </p>
        <p>
          <span className="soft">{t('differences.after')} </span>
          <span className={type} lang={lang}>
            {after}
          </span>
        </p>
      </div>
    )
  }
  return (
    <span className={`differences ${type}`} lang={lang}>
      {parts.map(({ type, text }, index) => {
        const key = index
        if (type === 'added') return <ins key={key}>{text}</ins>
        if (type === 'removed') return <del key={key}>{text}</del>
        return <span key={key}>{text}</span>
      })}
    </span>
  )
}
