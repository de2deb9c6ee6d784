import { useTranslation } from 'react-i18next'
import type { SignOffSheet } from '../../../src/contract/views.ts'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { useSession } from '../../shell/session.tsx'
import { SegmentLink } from './place.tsx'

/** Whether the document is signed, by whom, and what has made a signature stale. */
export function SignOffStatus({ sheet, has }: { sheet: SignOffSheet; has: (segment: string) => boolean }) {
  const { t } = useTranslation()
  const { timeZone } = useSession().session.workspace
  const { status, signOff, staleness, refusal } = sheet
  const ready = sheet.open.length === 0
  return (
    <>
      <p className={`standing ${status}`}>
        <Icon name={status === 'signed' ? 'final' : status === 'stale' ? 'error' : ready ? 'reviewed' : 'empty'} />
        <span>
          <b className={status === 'stale' ? 'red' : ''}>
            {status === 'never' ? t(ready ? 'signOff.ready' : 'signOff.notYet') : t(`signOffStatus.${status}`)}
          </b>{' '}
          {signOff && (
            <>
              {t(status === 'stale' ? 'signOff.was' : 'signOff.by', { name: signOff.name })}
              <When at={signOff.at} full />
              {timeZone !== '' && <span className="soft"> ({timeZone})</span>}
            </>
          )}
        </span>
      </p>
      {refusal === null && status !== 'signed' && (
        <p>
          <a href="#signature">{t('signOff.toSignature')}</a>
        </p>
      )}
      {status === 'stale' && staleness && <WhyStale staleness={staleness} has={has} />}
      {status === 'signed' && staleness?.checker && <p>{t('signOff.stale.checker')}</p>}
    </>
  )
}

function WhyStale({
  staleness: { segments, terms, findings, checker },
  has,
}: {
  staleness: NonNullable<SignOffSheet['staleness']>
  /** Whether a segment is still there. */
  has: (segment: string) => boolean
}) {
  const { t } = useTranslation()
  return (
    <ul className="why">
      {segments.length > 0 && (
        <li>
          {t('signOff.stale.segments', { count: segments.length })}{' '}
          {segments.filter(has).map((segment) => (
            <SegmentLink key={segment} segment={segment} />
          ))}
        </li>
      )}
      {terms.length > 0 && <li>{t('signOff.stale.terms', { count: terms.length })}</li>}
      {findings && <li>{t('signOff.stale.findings')}</li>}
      {checker && <li>{t('signOff.stale.checker')}</li>}
    </ul>
  )
}
