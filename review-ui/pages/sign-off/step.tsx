import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import { Icon } from '../../components/icon.tsx'
import { DayOf } from '../../components/instant.tsx'
import { useMe } from '../../shell/session.tsx'

/** The parts of the page, in the order of the decision. */
export const steps = ['what', 'judgement', 'agrees', 'act'] as const
export type StepName = (typeof steps)[number]

/** One part of the page. A link to it takes the focus there. */
export function Step({ name, about, children }: { name: StepName; about?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section className="step" aria-labelledby={`step-${name}`}>
      <header>
        <h2 id={`step-${name}`} tabIndex={-1}>
          {steps.indexOf(name) + 1} {t(`signOff.step.${name}`)}
        </h2>
        {about !== undefined && <p>{about}</p>}
      </header>
      {children}
    </section>
  )
}

/** Something folded, with what stands in its line. What is inside is made when it is opened for the first time. */
export function Fold({ line, open = false, children }: { line: ReactNode; open?: boolean; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (open && details.current) details.current.open = true
  }, [open])
  return (
    <details className="fold" ref={details}>
      <summary>
        <Icon name="turn" />
        <span>{line}</span>
      </summary>
      <div className="in">{children}</div>
    </details>
  )
}

/** Whether something has come since the last signature, or was there when it was made. */
export function Since({ sheet, isNew }: { sheet: SignOffSheet; isNew: boolean }) {
  const { t } = useTranslation()
  const me = useMe()
  const { signOff, status } = sheet
  if (signOff === null || status === 'signed') return null
  if (isNew) {
    return (
      <span className="tag new">
        {t('signOff.new')} <DayOf at={signOff.at} />
      </span>
    )
  }
  return (
    <span className="tag old">
      {t(signOff.by === me.id ? 'signOff.youSigned' : 'signOff.signedBefore')} <DayOf at={signOff.at} />
    </span>
  )
}

/** Whether an instant is after the last signature. */
export function isSince({ signOff }: SignOffSheet, at: string): boolean {
  return signOff !== null && at > signOff.at
}
