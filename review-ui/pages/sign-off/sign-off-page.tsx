import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DocumentView } from '../../../src/contract/views.ts'
import { segmentsOf } from '../../../src/model/document.ts'
import { plain } from '../../../src/model/inline.ts'
import { call } from '../../api.ts'
import { SegmentNumbers } from '../../components/coded-words.tsx'
import { Loading } from '../../components/loading.tsx'
import { focusOnArrival } from '../../interaction/focus.ts'
import { together, useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { Header } from '../../shell/header.tsx'
import { useTitle } from '../../shell/title.ts'
import { Coverage, People } from './coverage.tsx'
import { FiguresTable } from './figures-table.tsx'
import { OpenPoints } from './open-points.tsx'
import { Places } from './place.tsx'
import { SignOffStatus } from './sign-off-status.tsx'
import { Signature } from './signature.tsx'
import { TermsTable } from './terms-table.tsx'
import { Waivers } from './waivers.tsx'
import { Warnings } from './warnings.tsx'

/** What an approver reads before putting their name to a document, and where they do. */
export function SignOffPage({ document }: { document: string }) {
  const { t } = useTranslation()
  const params = { document }
  const remote = useRemote(document, (signal) =>
    together(
      call('signOffSheet', { params, signal }),
      call('document', { params, signal }),
      call('releases', { signal }),
      call('findings', { params, signal }),
    ),
  )
  const { busy, failure, send } = useSending()
  const signature = useRef<HTMLElement>(null)
  const title = remote.data?.[1].state.document.title ?? ''
  useTitle(title === '' ? t('signOff.title') : `${t('signOff.title')} · ${title}`)
  if (remote.data === null) {
    return (
      <>
        <Header />
        <main className="page" id="main">
          <Loading remote={remote} />
        </main>
      </>
    )
  }
  const [sheet, view, { releases }, { findings }] = remote.data
  const afterwards = async (done: string | null) => {
    if (done !== null) announce(done)
    await remote.reload()
    // The button is gone with what it did. Not to the next one: a key held down would publish what it signed.
    signature.current?.focus()
  }
  const sign = async (password: string) => {
    const reply = await send(call('signOff', { params, body: { sequence: sheet.sequence, password } }))
    if (reply) await afterwards(t('signOff.signedNow'))
  }
  const publish = async () => {
    const reply = await send(call('publish', { params, body: {} }))
    await afterwards(reply && t('signOff.publishedNow'))
  }
  const numbers = new Map(segmentsOf(view.state.document).map(({ id }, index) => [id, index + 1]))
  const english = englishTitleOf(view)
  const figures = `/d/${document}/figures`
  return (
    <SegmentNumbers value={(id) => numbers.get(id)}>
      <Places value={(segment) => ({ href: `/d/${document}/${segment}`, number: numbers.get(segment) ?? 0 })}>
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
            <SignOffStatus sheet={sheet} has={(segment) => numbers.has(segment)} />
          </header>
          <OpenPoints open={sheet.open} sheet={figures} />
          <Warnings warnings={findings.filter(({ severity, waived }) => severity === 'warning' && !waived)} />
          <Coverage coverage={sheet.coverage} />
          <People people={sheet.people} drafts={sheet.drafts} />
          <FiguresTable figures={sheet.figures} sheet={figures} />
          <TermsTable terms={sheet.terms} />
          <Waivers waivers={sheet.waivers} />
          <Signature
            ref={signature}
            sheet={sheet}
            view={view}
            releases={releases.filter((release) => release.document === document)}
            busy={busy}
            failure={failure ?? remote.failure}
            onSign={(password) => void sign(password)}
            onPublish={() => void publish()}
          />
        </main>
      </Places>
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
