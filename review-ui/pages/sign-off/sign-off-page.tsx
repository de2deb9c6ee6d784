import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DocumentView, ReleaseView, SignOffSheet } from '../../../src/contract/views.ts'
import { segmentsOf } from '../../../src/model/document.ts'
import type { Finding } from '../../../src/model/finding.ts'
import { plain } from '../../../src/model/inline.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import type { Refusal } from '../../../src/model/refusal.ts'
import { call, type Unreachable } from '../../api.ts'
import { SegmentNumbers, useWords } from '../../components/coded-words.tsx'
import { focusOnArrival } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { Notice } from '../../components/notice.tsx'
import { StateBar } from '../../components/state-bar.tsx'
import { announce } from '../../shell/announce.tsx'
import { Header } from '../../shell/header.tsx'
import { useMe, useSession } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { FiguresTable } from './figures-table.tsx'
import { OpenPoints } from './open-points.tsx'
import { TermsTable } from './terms-table.tsx'
import { Warnings } from './warnings.tsx'

interface Loaded {
  readonly sheet: SignOffSheet
  readonly view: DocumentView
  readonly releases: readonly ReleaseView[]
  readonly warnings: readonly Finding[]
}

/** What an approver reads before putting their name to a document, and where they do. */
export function SignOffPage({ document }: { document: string }) {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  const { session } = useSession()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  const [busy, setBusy] = useState(false)
  const signature = useRef<HTMLElement>(null)
  const title = loaded?.view.state.document.title ?? ''
  useTitle(title === '' ? t('signOff.title') : `${t('signOff.title')} · ${title}`)
  const load = useCallback(async () => {
    const params = { document }
    const [sheet, view, releases, findings] = await Promise.all([
      call('signOffSheet', { params }),
      call('document', { params }),
      call('releases'),
      call('findings', { params }),
    ])
    if (sheet.type !== 'reply') return setFailure(sheet)
    if (view.type !== 'reply') return setFailure(view)
    if (releases.type !== 'reply') return setFailure(releases)
    if (findings.type !== 'reply') return setFailure(findings)
    const warnings = findings.reply.findings.filter(({ severity, waived }) => severity === 'warning' && !waived)
    const own = releases.reply.releases.filter((release) => release.document === document)
    setLoaded({ sheet: sheet.reply, view: view.reply, releases: own, warnings })
  }, [document])
  useEffect(() => {
    void load()
  }, [load])
  const act = async (route: 'signOff' | 'publish', sheet: SignOffSheet) => {
    setBusy(true)
    setFailure(null)
    const params = { document }
    const outcome =
      route === 'signOff'
        ? await call('signOff', { params, body: { sequence: sheet.sequence } })
        : await call('publish', { params, body: {} })
    setBusy(false)
    if (outcome.type === 'reply') announce(route === 'signOff' ? t('signOff.signedNow') : t('signOff.publishedNow'))
    else setFailure(outcome)
    await load()
    // The button is gone with what it did. Not to the next one: a key held down would publish what it signed.
    signature.current?.focus()
  }
  if (loaded === null) {
    return (
      <>
        <Header />
        <main className="page" id="main">
          {failure === null ? (
            <p role="status">{t('common.loading')}</p>
          ) : (
            <Notice wrong>{words.failure(failure)}</Notice>
          )}
        </main>
      </>
    )
  }
  const { sheet, view, releases, warnings } = loaded
  const numbers = new Map(segmentsOf(view.state.document).map(({ id }, index) => [id, index + 1]))
  const place = (segment: string) => ({ href: `/d/${document}/${segment}`, number: numbers.get(segment) ?? 0 })
  const english = englishTitleOf(view)
  const status = sheet.status
  const mayPublish = mayDo(me, 'publish')
  const publishedNow = view.state.releases.length > 0 && releasedAfterSigning(view)
  return (
    <SegmentNumbers value={(id) => numbers.get(id)}>
      <Header />
      <main className="page sign-off" id="main" tabIndex={-1} ref={focusOnArrival}>
        <header>
          <p>
            <Link href={`/d/${document}`}>{t('signOff.back')}</Link>
          </p>
          <h1 className="zh" lang="zh-CN">
            {title}
          </h1>
          {english !== '' && (
            <p className="en english" lang="en">
              {english}
            </p>
          )}
          <p className={`standing ${status}`}>
            {status === 'signed' && <Icon name="final" />}
            {status === 'stale' && <Icon name="error" />}
            {status === 'never' && <Icon name={sheet.open.length === 0 ? 'reviewed' : 'empty'} />}
            <span>
              <b className={status === 'stale' ? 'red' : ''}>
                {status === 'never'
                  ? sheet.open.length === 0
                    ? t('signOff.ready')
                    : t('signOff.notYet')
                  : t(`signOffStatus.${status}`)}
              </b>{' '}
              {sheet.signOff && (
                <>
                  {t(status === 'stale' ? 'signOff.was' : 'signOff.by', { name: sheet.signOff.name })}
                  <When at={sheet.signOff.at} full />
                  {session.workspace.timeZone !== '' && <span className="soft"> ({session.workspace.timeZone})</span>}
                </>
              )}
            </span>
          </p>
          {sheet.refusal === null && status !== 'signed' && (
            <p>
              <a href="#signature">{t('signOff.toSignature')}</a>
            </p>
          )}
          {status === 'stale' && sheet.staleness && (
            <ul className="why">
              {sheet.staleness.segments.length > 0 && (
                <li>
                  {t('signOff.stale.segments', { count: sheet.staleness.segments.length })}{' '}
                  {sheet.staleness.segments
                    .filter((segment) => numbers.has(segment))
                    .map((segment) => (
                      <Link key={segment} href={place(segment).href}>
                        {place(segment).number}
                      </Link>
                    ))}
                </li>
              )}
              {sheet.staleness.terms.length > 0 && (
                <li>{t('signOff.stale.terms', { count: sheet.staleness.terms.length })}</li>
              )}
              {sheet.staleness.findings && <li>{t('signOff.stale.findings')}</li>}
              {sheet.staleness.checker && <li>{t('signOff.stale.checker')}</li>}
            </ul>
          )}
          {status === 'signed' && sheet.staleness?.checker && <p>{t('signOff.stale.checker')}</p>}
        </header>

        <OpenPoints open={sheet.open} place={place} sheet={`/d/${document}/figures`} />
        <Warnings warnings={warnings} place={place} />

        <section aria-labelledby="coverage">
          <h2 id="coverage">{t('signOff.coverage')}</h2>
          <StateBar states={sheet.coverage.states} />
          <ul className="counts">
            {(['final', 'reviewed', 'translated', 'initial'] as const)
              .filter((state) => sheet.coverage.states[state] > 0)
              .map((state) => (
                <li key={state}>
                  <b>{sheet.coverage.states[state]}</b> {t(`state.${state}`)}
                </li>
              ))}
          </ul>
        </section>

        <section aria-labelledby="people">
          <h2 id="people">{t('signOff.people')}</h2>
          <div className="scrolls">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('signOff.name')}</th>
                  <th scope="col" className="number">
                    {t('signOff.translated')}
                  </th>
                  <th scope="col" className="number">
                    {t('signOff.revised')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {sheet.people.map(({ name, translated, revised }) => (
                  <tr key={name}>
                    <td>{name}</td>
                    <td className="number">{translated}</td>
                    <td className="number">{revised}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {session.singlePerson && <p>{t('signOff.singlePerson')}</p>}
          {sheet.drafts.length > 0 && (
            <p className="soft">
              {t('signOff.drafts')}{' '}
              {sheet.drafts
                .map(({ origin, segments }) => t('signOff.draftsFrom', { origin, count: segments }))
                .join(t('common.listSemicolon'))}
            </p>
          )}
        </section>

        <FiguresTable figures={sheet.figures} place={place} sheet={`/d/${document}/figures`} />
        <TermsTable terms={sheet.terms} place={place} />

        <section aria-labelledby="waivers">
          <h2 id="waivers">{t('signOff.waivers', { count: sheet.waivers.length })}</h2>
          {sheet.waivers.length === 0 && <p className="soft">{t('signOff.noWaivers')}</p>}
          <ul className="waivers">
            {sheet.waivers.map(({ segment, finding, reason, name, at }) => (
              <li key={`${segment} ${finding}`}>
                <Link href={place(segment).href} aria-label={t('document.segment', { number: place(segment).number })}>
                  {place(segment).number}
                </Link>
                <div>
                  <p>
                    <WaivedFinding finding={finding} />
                  </p>
                  <p>
                    <b>{name}</b> <When at={at} />
                    {t('common.colon')}
                    {reason}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>

        <section className="signature" aria-labelledby="signature" tabIndex={-1} ref={signature}>
          <h2 id="signature">{t('signOff.signature')}</h2>
          {failure !== null && <Notice wrong>{words.failure(failure)}</Notice>}
          {status !== 'signed' &&
            (sheet.refusal === null ? (
              <>
                <p>{t('signOff.statement', { name: me.name, count: sheet.coverage.segments })}</p>
                <button
                  type="button"
                  className="button primary"
                  disabled={busy}
                  onClick={() => void act('signOff', sheet)}
                >
                  {t('signOff.sign')}
                </button>
              </>
            ) : (
              <p>
                {t('signOff.cannot')} {words.refusal(sheet.refusal)}
              </p>
            ))}
          {status === 'signed' &&
            (publishedNow ? (
              <p>{t('signOff.published')}</p>
            ) : mayPublish ? (
              <>
                <p>{t('signOff.publishHint')}</p>
                <button
                  type="button"
                  className="button primary"
                  disabled={busy}
                  onClick={() => void act('publish', sheet)}
                >
                  {releases.length > 0
                    ? t('signOff.publishAgain', { number: releases.length + 1 })
                    : t('signOff.publish')}
                </button>
              </>
            ) : (
              <p>{t('signOff.publishedBy')}</p>
            ))}
          {releases.length > 0 && (
            <ul className="releases" aria-label={t('signOff.releases')}>
              {releases.map(({ number, at, by, errata, path }) => (
                <li key={number}>
                  <a href={path}>{t('signOff.release', { number })}</a> <When at={at} full />
                  <span className="soft">
                    {' '}
                    {by}
                    {errata > 0 && ` · ${t('signOff.errata', { count: errata })}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </main>
    </SegmentNumbers>
  )
}

/** The English of the first heading, which is the title. */
function englishTitleOf({ state }: DocumentView): string {
  const heading = state.document.blocks.find(({ kind }) => kind === 'heading')
  return segmentsOf({ ...state.document, blocks: heading ? [heading] : [] })
    .map(({ id }) => plain(state.segments[id]?.target ?? []))
    .join(' ')
    .trim()
}

/** Whether the signature that stands has been published already. */
function releasedAfterSigning({ state }: DocumentView): boolean {
  const last = state.releases.at(-1)
  return last !== undefined && state.signOff !== undefined && last.at >= state.signOff.at
}

/** The words of a waived finding from its key: the code and its parameters. */
function WaivedFinding({ finding }: { finding: string }) {
  const words = useWords()
  try {
    const [code = finding, ...params] = JSON.parse(finding) as string[]
    const pairs = params.map((param) => {
      const at = param.indexOf('=')
      return [param.slice(0, at), param.slice(at + 1)]
    })
    return words.finding({ code, params: Object.fromEntries(pairs) })
  } catch {
    return finding
  }
}
