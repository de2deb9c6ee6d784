import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../src/model/people.ts'
import { call } from '../../api.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { When } from '../../components/instant.tsx'
import { useSending } from '../../interaction/use-sending.ts'

const linkDays = 7

/** The one-time link of somebody, the only time that it is shown. */
export function LinkDialog({ person, link, onClose }: { person: Person; link: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [until] = useState(() => new Date(Date.now() + linkDays * 24 * 60 * 60 * 1000).toISOString())
  const copy = useRef<HTMLButtonElement>(null)
  const { name } = person
  const address = new URL(link, location.origin).href
  return (
    <Dialog title={t('people.link.title', { name })} first={copy} onClose={onClose}>
      <div className="stack">
        <CopyText ref={copy} text={address}>
          <code>{address}</code>
        </CopyText>
        <p>
          {t('people.link.valid')}{' '}
          <b>
            <When at={until} full />
          </b>
        </p>
        <p>{t('people.link.once', { name })}</p>
        <div className="row-of-buttons">
          <button type="button" className="button" onClick={onClose}>
            {t('people.link.done')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}

/** Asks before a new link is made, as it voids the one before. */
export function AskForLink({
  person,
  onLink,
  onClose,
}: {
  person: Person
  onLink: (link: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { busy, failure, send } = useSending()
  const submit = useRef<HTMLButtonElement>(null)
  const { name } = person
  const make = async () => {
    const reply = await send(call('invite', { params: { person: person.id }, body: {} }))
    if (reply !== null) onLink(reply.link)
  }
  return (
    <Dialog title={t('people.newLinkFor', { name })} first={submit} onClose={onClose}>
      <div className="stack">
        <p>{t('people.link.ask', { name })}</p>
        <FailureNotice failure={failure} />
        <DialogButtons
          ref={submit}
          submit={t('people.link.make')}
          disabled={busy}
          onSubmit={() => void make()}
          onCancel={onClose}
        />
      </div>
    </Dialog>
  )
}
