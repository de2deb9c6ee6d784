import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CandidateContext } from '../../../src/contract/views/candidates.ts'
import { MarkedSpans } from '../../components/marked-spans.tsx'

/** The sentences a candidate stands in, each with the way there, and with its English where somebody stands by it. */
export function Contexts({
  contexts,
  titleOf,
}: {
  contexts: readonly CandidateContext[]
  /** The title of a document, where sentences of several are shown. */
  titleOf: ((document: string) => string) | null
}) {
  const { t } = useTranslation()
  return (
    <ol className="contexts" aria-label={t('candidates.contexts')}>
      {contexts.map(({ document, segment, number, text, spans, english }) => (
        <li key={`${document}/${segment}`}>
          <p className="where">
            <Link href={`/d/${document}/${segment}`}>{t('document.segment', { number })}</Link>
            {titleOf !== null && (
              <span className="soft zh" lang="zh-CN">
                {' '}
                {titleOf(document)}
              </span>
            )}
          </p>
          <div>
            <p className="zh" lang="zh-CN">
              <MarkedSpans text={text} spans={spans} />
            </p>
            {english !== '' && (
              <p className="en soft" lang="en">
                {english}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
