import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../src/model/people.ts'
import type { Refusal } from '../../../src/model/refusal.ts'
import { call, type Unreachable } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { CopyText } from '../../components/copy-text.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { When } from '../../components/instant.tsx'
import { Notice } from '../../components/notice.tsx'

const linkDays = 7

/** The one-time link of somebody, the only time that it is shown. */
export function LinkDialog({ person, link, onClose }: { person: Person; link: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [until] = useState(() => new Date(Date.now() + linkDays * 24 * 60 * 60 * 1000).toISOString())
  const { name } = person
  const address = new URL(link, location.origin).href
  return (
    <Dialog title={t('people.link.title', { name })} onClose={onClose}>
      <div className="stack">
        <CopyText text={address}>
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
  const words = useWords()
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  const [busy, setBusy] = useState(false)
  const { name } = person
  const make = async () => {
    setBusy(true)
    const outcome = await call('invite', { params: { person: person.id }, body: {} })
    setBusy(false)
    if (outcome.type === 'reply') onLink(outcome.reply.link)
    else setFailure(outcome)
  }
  return (
    <Dialog title={t('people.newLinkFor', { name })} onClose={onClose}>
      <div className="stack">
        <p>{t('people.link.ask', { name })}</p>
        {failure !== null && <Notice wrong>{words.failure(failure)}</Notice>}
        <div className="row-of-buttons">
          <button type="button" className="button primary" data-first disabled={busy} onClick={() => void make()}>
            {t('people.link.make')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
