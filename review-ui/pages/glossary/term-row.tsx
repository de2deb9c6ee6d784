import { memo, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermsView } from '../../../src/contract/views/terms.ts'
import { preferredRendering, type Term } from '../../../src/model/term.ts'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { languageOf } from '../../text/language.ts'
import { ImpactLine } from './impact-line.tsx'
import { MoreSaid } from './term-details.tsx'
import { TermHistory } from './term-history.tsx'
import { Marked, OtherRendering, TermStatusMark } from './term-words.tsx'

/** What somebody wants to do with a term. */
export type TermAct = 'approve' | 'edit' | 'forbid' | 'retire' | 'restore'

interface Props {
  /** The button with its name. */
  readonly ref: Ref<HTMLButtonElement>
  readonly term: Term
  readonly change: TermsView['changes'][string] | undefined
  readonly query: string
  readonly open: boolean
  /** Whether Tab stops here: at one row of the list, arrow keys go to the others. */
  readonly stop: boolean
  readonly mayDecide: boolean
  readonly onOpen: (id: string) => void
  readonly onAct: (act: TermAct, id: string) => void
}

export const TermRow = memo(function TermRow(props: Props) {
  const { ref, term, change, query, open, stop, mayDecide, onOpen, onAct } = props
  const { t } = useTranslation()
  const { id, source, renderings, status, domain, note, authority } = term
  const [first = '', ...others] = source
  return (
    <li data-status={status} data-open={open || undefined} id={`term-${id}`}>
      <div className="entry">
        <div className="chinese">
          <h2>
            <button
              ref={ref}
              type="button"
              className="name zh"
              lang="zh-CN"
              aria-expanded={open}
              tabIndex={stop ? 0 : -1}
              onClick={() => onOpen(id)}
            >
              <Marked text={first} query={query} />
            </button>
          </h2>
          {others.length > 0 && (
            <p>
              <span className="soft">{t('glossary.alsoCalled')} </span>
              <span className="zh" lang="zh-CN">
                <Marked text={others.join('、')} query={query} />
              </span>
            </p>
          )}
        </div>
        <div className="english">
          <p className="preferred en" lang="en">
            <Marked text={preferredRendering(term)} query={query} />
          </p>
          {renderings.length > 1 && (
            <ul className="others">
              {renderings
                .filter((rendering) => rendering.status !== 'preferred')
                .map((rendering) => (
                  <li key={rendering.text}>
                    <OtherRendering rendering={rendering} query={query} />
                  </li>
                ))}
            </ul>
          )}
          {note !== '' && (
            <p className="note" lang={languageOf(note)}>
              <Marked text={note} query={query} />
            </p>
          )}
        </div>
        <div className="facts">
          <p>
            <TermStatusMark status={status} />
            {domain !== '' && (
              <span className="soft">
                {' · '}
                <span lang={languageOf(domain)}>{domain}</span>
              </span>
            )}
          </p>
          {authority !== '' || term.authorityDate !== undefined ? (
            <p className="authority">
              <span className="soft">{t('glossary.form.authority')}</span>{' '}
              <span lang={languageOf(authority)}>{authority}</span>
              {term.authorityBody !== undefined && `; ${term.authorityBody}`}
              {term.authorityDate !== undefined && ` (${term.authorityDate})`}
              {term.authorityPlace !== undefined && `; ${term.authorityPlace}`}
            </p>
          ) : (
            status === 'approved' && (
              <p className="ochre">
                <Icon name="warning" /> {t('glossary.noAuthority')}
              </p>
            )
          )}
          {change !== undefined && (
            <p className="soft">
              {t('glossary.changedBy', { name: change.name })} <When at={change.at} />
            </p>
          )}
        </div>
      </div>
      {open && (
        <div className="more">
          {mayDecide ? (
            <div className="row-of-buttons">
              {actsOn(term).map((act, index) => (
                <button
                  key={act}
                  type="button"
                  className={index === 0 && act === 'approve' ? 'button primary' : 'button'}
                  onClick={() => onAct(act, id)}
                >
                  {t(`glossary.${act}`)}
                </button>
              ))}
            </div>
          ) : (
            <p className="soft">{t('glossary.readOnly')}</p>
          )}
          <ImpactLine term={id} count={change?.count ?? 0} />
          <MoreSaid term={term} />
          <TermHistory term={id} count={change?.count ?? 0} />
        </div>
      )}
    </li>
  )
})

function actsOn({ status }: Term): readonly TermAct[] {
  if (status === 'retired') return ['restore', 'edit']
  return status === 'proposed' ? ['approve', 'edit', 'forbid', 'retire'] : ['edit', 'forbid', 'retire']
}
