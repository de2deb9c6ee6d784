import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { Loading } from '../../components/loading.tsx'
import type { GivenProof } from '../../components/present-proof.tsx'
import { together, useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { Header } from '../../shell/header.tsx'
import { useTitle } from '../../shell/title.ts'
import { Sheet } from './sheet.tsx'

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
  const act = useRef<HTMLDivElement>(null)
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
  const [sheet, view, { releases }, findings] = remote.data
  const afterwards = async (done: string | null) => {
    if (done !== null) announce(done)
    await remote.reload()
    // The button is gone with what it did. Not to the next one: a key held down would publish what it signed.
    act.current?.focus()
  }
  const sign = async (proof: GivenProof) => {
    const reply = await send(call('signOff', { params, body: { sequence: sheet.sequence, ...proof } }))
    if (reply) await afterwards(t('signOff.signedNow'))
  }
  const publish = async () => {
    const reply = await send(call('publish', { params, body: {} }))
    await afterwards(reply && t('signOff.publishedNow'))
  }
  return (
    <Sheet
      ref={act}
      sheet={sheet}
      view={view}
      findings={findings}
      releases={releases.filter((release) => release.document === document)}
      busy={busy}
      failure={failure ?? remote.failure}
      onSign={(proof) => void sign(proof)}
      onPublish={() => void publish()}
      again={remote.reload}
    />
  )
}
