import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../src/model/names.ts'
import {
  isMailAddress,
  mailLanguages,
  type NoticeChoices,
  type NoticeTopic,
  noticeTopics,
  noticeWays,
} from '../../../src/model/notice.ts'
import { call } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field, Select } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { useUnsaved } from '../../shell/unsaved.tsx'

/** What one is told, and how. `mail`: whether the office sends e-mail. */
export function ChoicesForm({ saved, mail }: { saved: NoticeChoices; mail: boolean }) {
  const { t } = useTranslation()
  const id = useId()
  const sending = useSending()
  const [kept, setKept] = useState(saved)
  const [form, setForm] = useState(saved)
  const [said, setSaid] = useState('')
  const [asked, setAsked] = useState(false)
  const asking = useUnsaved(form !== kept)
  const address = form.address.trim()
  const wrong = address !== '' && !isMailAddress(address)
  const put = (change: Partial<NoticeChoices>) => {
    setSaid('')
    setForm({ ...form, ...change })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (wrong) return
    const done = await sending.send(call('chooseNotices', { body: { ...form, address } }))
    if (done === null) return
    setKept(done.choices)
    setForm(done.choices)
    setSaid(t('notices.saved'))
    announce(t('notices.saved'))
  }
  return (
    <form className="stack notice-choices" noValidate aria-labelledby={id} onSubmit={(event) => void submit(event)}>
      <h2 id={id}>{t('notices.choices')}</h2>
      <p className="soft">{t('notices.choicesAbout')}</p>
      {!mail && (
        <Notice>
          <p>{t('notices.noMail')}</p>
        </Notice>
      )}
      <div className="pair">
        <Field
          label={t('notices.address')}
          hint={t('notices.addressHint')}
          type="email"
          autoComplete="email"
          maxLength={254}
          value={form.address}
          onChange={(event) => put({ address: event.target.value })}
          wrong={asked && wrong ? t('notices.addressWrong') : undefined}
        />
        <Select
          label={t('notices.language')}
          value={form.language}
          onChange={(event) => put({ language: nameIn(mailLanguages, event.target.value) })}
        >
          <option value="zh-CN" lang="zh-CN">
            中文
          </option>
          <option value="en" lang="en">
            English
          </option>
        </Select>
      </div>
      <div className="ways">
        {noticeTopics.map((topic) => (
          <WayOf key={topic} topic={topic} ways={form.ways} onChange={(ways) => put({ ways })} />
        ))}
      </div>
      <FailureNotice failure={sending.failure} />
      <div className="row-of-buttons">
        <button type="submit" className="button primary" disabled={sending.busy || form === kept}>
          {t('notices.save')}
        </button>
        <span className="soft">{said}</span>
      </div>
      {asking}
    </form>
  )
}

function WayOf({
  topic,
  ways,
  onChange,
}: {
  topic: NoticeTopic
  ways: NoticeChoices['ways']
  onChange: (ways: NoticeChoices['ways']) => void
}) {
  const { t } = useTranslation()
  return (
    <Select
      label={t(`notices.topic.${topic}`)}
      value={ways[topic]}
      onChange={(event) => onChange({ ...ways, [topic]: nameIn(noticeWays, event.target.value) })}
    >
      {noticeWays.map((way) => (
        <option key={way} value={way}>
          {t(`notices.way.${way}`)}
        </option>
      ))}
    </Select>
  )
}
