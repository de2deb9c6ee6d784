import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { TermImpactOnDocument } from '../../../src/contract/views/terms.ts'
import { base } from '../../base.ts'
import { SegmentNumbers } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import type { Fates, Row } from './logic/proposals.ts'
import { type RowActs, TouchedRow } from './touched-row.tsx'

/** A document that the change touches: how its signature and its published page stand, and its sentences. */
export function TouchedDocument({
  document,
  rows,
  fates,
  chosen,
  stop,
  mayEdit,
  busy,
  acts,
}: {
  document: TermImpactOnDocument
  rows: readonly Row[]
  fates: Fates
  chosen: ReadonlySet<string>
  /** The row at which Tab stops: arrow keys go to the others. */
  stop: string
  mayEdit: boolean
  busy: boolean
  acts: RowActs
}) {
  const { t } = useTranslation()
  const { id, title, segments, inOrder } = document
  const numbers = new Map([...segments, ...inOrder].map((segment) => [segment.id, segment.number]))
  return (
    <section aria-labelledby={`touched-${id}`}>
      <header>
        <h2 id={`touched-${id}`}>
          <Link href={`/d/${id}`} className="zh" lang="zh-CN">
            {title}
          </Link>
        </h2>
        <Standing document={document} />
      </header>
      {rows.length > 0 && (
        <SegmentNumbers value={(segment) => numbers.get(segment)}>
          <ul className="rows">
            {rows.map((row) => (
              <TouchedRow
                key={row.key}
                row={row}
                fate={fates.get(row.key)}
                chosen={chosen.has(row.key)}
                stop={row.key === stop}
                mayEdit={mayEdit}
                busy={busy}
                acts={acts}
              />
            ))}
          </ul>
        </SegmentNumbers>
      )}
      {inOrder.length > 0 && (
        <details>
          <summary>{t('impact.inOrder', { count: document.touched - document.open })}</summary>
          <ul className="numbers">
            {inOrder.map((segment) => (
              <li key={segment.id}>
                <Link href={`/d/${id}/${segment.id}`} aria-label={t('document.segment', { number: segment.number })}>
                  {segment.number}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Standing({ document: { signOff, release } }: { document: TermImpactOnDocument }) {
  const { t } = useTranslation()
  return (
    <ul className="facts">
      <li>
        {signOff === 'signed' && (
          <>
            <Icon name="final" /> {t('signOffStatus.signed')}
          </>
        )}
        {signOff === 'stale' && (
          <span className="red">
            <Icon name="error" /> {t('signOffStatus.stale')}
          </span>
        )}
        {signOff === 'never' && <span className="soft">{t('impact.neverSigned')}</span>}
      </li>
      {release !== null && (
        <li>
          {/* The published pages are files, not rooms. */}
          <a href={`${base}${release.path}`}>{t('impact.release', { number: release.number })}</a>{' '}
          {release.open > 0 ? t('impact.releaseOpen', { count: release.open }) : t('impact.releaseInOrder')}
        </li>
      )}
    </ul>
  )
}
