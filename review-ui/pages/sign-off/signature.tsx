import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DocumentView } from '../../../src/contract/views/documents.ts'
import type { ReleaseView } from '../../../src/contract/views/releases.ts'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import type { Failure } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { type GivenProof, PresentProof } from '../../components/present-proof.tsx'
import { useMe, useSession } from '../../shell/session.tsx'

/** Where somebody puts their name to the document, and publishes what is signed: what becomes public stands first. */
export function Signature({
  ref,
  sheet,
  view,
  releases,
  weighed,
  busy,
  failure,
  onSign,
  onPublish,
}: {
  ref: Ref<HTMLDivElement>
  sheet: SignOffSheet
  view: DocumentView
  releases: readonly ReleaseView[]
  /** What the signature says was weighed: the points named above, counted. */
  weighed: readonly string[]
  busy: boolean
  failure: Failure | null
  onSign: (proof: GivenProof) => void
  onPublish: () => void
}) {
  const { t } = useTranslation()
  const number = releases.length + 1
  const published = releasedAfterSigning(view)
  return (
    <div className="act signature" tabIndex={-1} ref={ref}>
      {!published && <Publicity sheet={sheet} number={number} />}
      {sheet.status === 'signed' ? (
        <div className="stack">
          <FailureNotice failure={failure} />
          <Publishing sheet={sheet} published={published} number={number} busy={busy} onPublish={onPublish} />
        </div>
      ) : (
        <Signing
          document={view.state.document.id}
          sheet={sheet}
          weighed={weighed}
          busy={busy}
          failure={failure}
          onSign={onSign}
        />
      )}
      {releases.length > 0 && (
        <ul className="releases" aria-label={t('signOff.releases')}>
          {releases.map(({ number, at, by, errata, path, withdrawn }) => (
            <li key={number}>
              <a href={path}>{t('signOff.release', { number })}</a> <When at={at} full />
              <span className="soft">
                {' '}
                {by}
                {errata > 0 && ` · ${t('signOff.errata', { count: errata })}`}
              </span>
              {withdrawn !== null && (
                <span className="red">
                  {' · '}
                  {t('releases.withdrawn')} <When at={withdrawn.at} full />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What becomes public with the next release, and what never does. */
function Publicity({ sheet, number }: { sheet: SignOffSheet; number: number }) {
  const { t } = useTranslation()
  const me = useMe()
  const { names } = useSession().session.workspace.publishing
  const changed = sheet.changes?.sentences.length ?? 0
  return (
    <div className="public">
      <div>
        <h3>{t('signOff.publicWith', { number })}</h3>
        <ul>
          <li>
            <Icon name="leaves" /> {t(names === 'roles' ? 'signOff.public.roles' : 'signOff.public.names')}
          </li>
          <li>
            <Icon name="leaves" /> {t('signOff.public.reasons', { count: sheet.waivers.length })}
          </li>
          {number > 1 && (
            <li>
              <Icon name="leaves" /> {t('signOff.public.erratum', { count: changed })}
            </li>
          )}
        </ul>
        {!sheet.officeNamed && (
          <p className="red">
            <Icon name="error" /> {t('signOff.officeUnnamed')}{' '}
            {mayDo(me, 'change-settings') ? (
              <Link href="/settings">{t('rooms.settings')}</Link>
            ) : (
              t('signOff.askAdministrator')
            )}
          </p>
        )}
      </div>
      <div>
        <h3>{t('signOff.neverPublic')}</h3>
        <ul>
          {(['comments', 'times', 'accounts'] as const).map((name) => (
            <li key={name}>
              <Icon name="stays" /> {t(`signOff.never.${name}`)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Signing({
  document,
  sheet,
  weighed,
  busy,
  failure,
  onSign,
}: {
  document: string
  sheet: SignOffSheet
  weighed: readonly string[]
  busy: boolean
  failure: Failure | null
  onSign: (proof: GivenProof) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  if (sheet.refusal !== null) {
    return (
      <div>
        <p>
          {t('signOff.cannot')} {words.refusal(sheet.refusal)}
        </p>
      </div>
    )
  }
  const count = sheet.coverage.segments
  return (
    <>
      <div>
        <h3>{t('signOff.meaning')}</h3>
        <p className="meaning">
          {t('signOff.statement', { name: me.name, count })}{' '}
          {weighed.length > 0 && t('signOff.weighed', { points: weighed.join(t('common.listComma')) })}{' '}
          {t('signOff.binds')}
        </p>
      </div>
      <PresentProof
        purpose={{ type: 'sign', document, sequence: sheet.sequence }}
        hint={t('signOff.passwordHint')}
        failure={failure}
        act={
          <div>
            <button type="submit" className="button primary" disabled={busy}>
              {t('signOff.sign')}
            </button>
          </div>
        }
        onProved={onSign}
      />
    </>
  )
}

function Publishing({
  sheet,
  published,
  number,
  busy,
  onPublish,
}: {
  sheet: SignOffSheet
  /** Whether what is signed is published already. */
  published: boolean
  /** The number of the next release. */
  number: number
  busy: boolean
  onPublish: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const blocking = sheet.comments.filter(({ blocking, resolved }) => blocking && resolved === null).length
  if (published) return <p>{t('signOff.published')}</p>
  if (!mayDo(me, 'publish')) return <p>{t('signOff.publishedBy')}</p>
  if (blocking > 0) return <p className="red">{t('signOff.reason.comment-blocking', { count: blocking })}</p>
  return (
    <>
      <p>{t('signOff.publishHint')}</p>
      <div>
        <button type="button" className="button primary" disabled={busy || !sheet.officeNamed} onClick={onPublish}>
          {number > 1 ? t('signOff.publishAgain', { number }) : t('signOff.publish')}
        </button>
      </div>
    </>
  )
}

/** Whether the signature that stands has been published already. */
function releasedAfterSigning({ state, signOff }: DocumentView): boolean {
  const last = state.releases.at(-1)
  return signOff === 'signed' && last !== undefined && state.signOff !== undefined && last.at >= state.signOff.at
}
