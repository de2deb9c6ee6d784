import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Absence } from '../../../src/model/people.ts'
import { call } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field, Select } from '../../components/field.tsx'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { useMe } from '../../shell/session.tsx'

/** When one is away, and who stands in. */
export function AwayForm() {
  const { t } = useTranslation()
  const me = useMe()
  const remote = useRemote('people', (signal) => call('people', { signal }))
  const sending = useSending()
  const [edited, setEdited] = useState<Absence | null>(null)
  const [asked, setAsked] = useState(false)
  const [said, setSaid] = useState('')
  const saved = remote.data?.people.find(({ id }) => id === me.id)?.away
  const form = edited ?? saved ?? { from: '', until: '', standIn: null }
  const wrong = form.from === '' || form.until === '' || form.until < form.from
  const put = (change: Partial<Absence>) => setEdited({ ...form, ...change })
  const send = async (away: Absence | null) => {
    const done = await sending.send(call('setAbsence', { params: { person: me.id }, body: { away } }))
    if (done === null) return
    setEdited(null)
    setAsked(false)
    const words = t(away === null ? 'assign.away.cleared' : 'assign.away.saved')
    setSaid(words)
    announce(words)
    await remote.reload()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!wrong) void send(form)
  }
  if (remote.data === null) return <Loading remote={remote} />
  const others = remote.data.people.filter(({ id, active }) => active && id !== me.id)
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <div className="pair">
        <Field
          label={t('assign.away.from')}
          type="date"
          value={form.from}
          onChange={(event) => put({ from: event.target.value })}
        />
        <Field
          label={t('assign.away.until')}
          type="date"
          value={form.until}
          onChange={(event) => put({ until: event.target.value })}
          wrong={asked && wrong ? t('assign.away.wrong') : undefined}
        />
      </div>
      <Select
        label={t('assign.away.standIn')}
        value={form.standIn ?? ''}
        onChange={(event) => put({ standIn: event.target.value === '' ? null : event.target.value })}
      >
        <option value="">{t('assign.away.none')}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <FailureNotice failure={sending.failure} />
      <div className="row-of-buttons">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('assign.away.save')}
        </button>
        {saved !== undefined && (
          <button type="button" className="button" disabled={sending.busy} onClick={() => void send(null)}>
            {t('assign.away.clear')}
          </button>
        )}
        <span className="soft">{edited === null ? said : ''}</span>
      </div>
    </form>
  )
}
