import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReleaseView } from '../../../src/contract/views/releases.ts'
import type { SheetChanges, SignOffSheet } from '../../../src/contract/views/signing.ts'
import { countOpen } from '../../../src/review/gates.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { useMe, useSession } from '../../shell/session.tsx'

/**
 * The box under the titles is the state of the document: whether it is ready, ready again, signed, or what is in the
 * way. Border, glyph and words say the same.
 */
export function StandingBox({ sheet, releases }: { sheet: SignOffSheet; releases: readonly ReleaseView[] }) {
  const { t } = useTranslation()
  const words = useWords()
  const { status, open, refusal, signOff, changes } = sheet
  const toSignature = refusal === null && (
    <a className="button" href="#step-act">
      {t('signOff.toSignature')}
    </a>
  )
  if (status === 'signed') {
    return (
      <Box look="signed" icon="final" title={<Signed sheet={sheet} />}>
        <p>{t('signOff.endsWith', { count: sheet.coverage.segments })}</p>
        {sheet.staleness?.checker && <p>{t('signOff.stale.checker')}</p>}
      </Box>
    )
  }
  if (open.length > 0) {
    const title = status === 'stale' ? 'signOff.noLonger' : 'signOff.notReady'
    return (
      <Box
        look={status === 'stale' ? 'changed' : 'open'}
        icon="error"
        title={<span className="red">{t(title, { count: countOpen(open) })}</span>}
      >
        {signOff && <p>{<Was sheet={sheet} />}</p>}
        <p>
          <a href="#open">{t('signOff.toOpen')}</a>
        </p>
      </Box>
    )
  }
  const again = status === 'stale'
  const newest = releases.find(({ number }) => number === releases.length)
  const withdrawn = releases.find((release) => release.withdrawn && signOff && release.at >= signOff.at)
  return (
    <Box
      look={again ? 'again' : 'ready'}
      icon="reviewed"
      title={t(again ? 'signOff.readyAgain' : 'signOff.ready')}
      aside={toSignature}
    >
      {again && signOff && (
        <>
          <p>
            <Was sheet={sheet} />{' '}
            {changes && <b>{t('signOff.changedSince', { count: changedIn(changes), all: sheet.coverage.segments })}</b>}
          </p>
          <WhyStale sheet={sheet} withdrawn={withdrawn} />
        </>
      )}
      {!again && <p>{t('signOff.firstTime', { count: sheet.coverage.segments })}</p>}
      {refusal !== null && <p>{words.refusal(refusal)}</p>}
      {newest && newest.withdrawn === null && (
        <p className="soft">{t('signOff.staysPublic', { number: newest.number })}</p>
      )}
    </Box>
  )
}

function Box({
  look,
  icon,
  title,
  aside,
  children,
}: {
  look: 'signed' | 'open' | 'changed' | 'again' | 'ready'
  icon: 'final' | 'error' | 'reviewed'
  title: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={`standing ${look}`}>
      <Icon name={icon} />
      <div>
        <h2>{title}</h2>
        {children}
      </div>
      {aside}
    </div>
  )
}

function changedIn({ sentences, terms }: SheetChanges): number {
  return sentences.length + terms.reduce((sum, term) => sum + term.sentences.length, 0)
}

function Signed({ sheet: { signOff, signer } }: { sheet: SignOffSheet }) {
  const { t } = useTranslation()
  const { timeZone } = useSession().session.workspace
  if (signOff === null) return null
  return (
    <>
      {t('signOff.signedBy', { name: signer ?? '' })} <When at={signOff.at} full />
      {timeZone !== '' && <span className="soft zone"> ({timeZone})</span>}
    </>
  )
}

function Was({ sheet: { signOff, signer } }: { sheet: SignOffSheet }) {
  const { t } = useTranslation()
  const me = useMe()
  if (signOff === null) return null
  return (
    <>
      {signOff.by === me.id ? t('signOff.youDid') : t('signOff.someoneDid', { name: signer ?? '' })}{' '}
      <When at={signOff.at} full />
      {t('signOff.stop')}
    </>
  )
}

/** What else is not as it was signed, beside sentences. */
function WhyStale({
  sheet: { staleness, changes },
  withdrawn,
}: {
  sheet: SignOffSheet
  /** The release of what was signed, if it is withdrawn. */
  withdrawn: ReleaseView | undefined
}) {
  const { t } = useTranslation()
  if (staleness === null) return null
  const changed = changes === null ? 0 : changedIn(changes)
  const touched = staleness.segments.length - changed
  return (
    <ul className="why">
      {withdrawn && <li>{t('signOff.stale.withdrawn', { number: withdrawn.number })}</li>}
      {touched > 0 && <li>{t('signOff.stale.touched', { count: touched })}</li>}
      {staleness.terms.length > 0 && <li>{t('signOff.stale.terms', { count: staleness.terms.length })}</li>}
      {staleness.findings && changed === 0 && <li>{t('signOff.stale.findings')}</li>}
      {staleness.checker && <li>{t('signOff.stale.checker')}</li>}
    </ul>
  )
}
