import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Person, type Role, roles } from '../../../src/model/people.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { call } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { useSending } from '../../interaction/use-sending.ts'
import { useMe } from '../../shell/session.tsx'
import { useUnsaved } from '../../shell/unsaved.tsx'

/** Adds somebody, or changes their name, their roles and whether they may sign in. */
export function PersonDialog({
  person,
  onDone,
  onClose,
}: {
  /** Who is changed; null for somebody new. */
  person: Person | null
  /** `link` is the one-time link of somebody new. */
  onDone: (person: Person, link: string | null) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  const id = useId()
  const [name, setName] = useState(person?.name ?? '')
  const [login, setLogin] = useState('')
  const [held, setHeld] = useState<readonly Role[]>(person?.roles ?? [])
  const [active, setActive] = useState(person?.active ?? true)
  const [tried, setTried] = useState(false)
  const { busy, failure, send, reset } = useSending()
  const first = useRef<HTMLInputElement>(null)
  const changed =
    name !== (person?.name ?? '') ||
    login !== '' ||
    active !== (person?.active ?? true) ||
    roles.some((role) => held.includes(role) !== (person?.roles ?? []).includes(role))
  const asking = useUnsaved(changed)
  const nameMissing = tried && name.trim() === ''
  const loginMissing = tried && person === null && login.trim() === ''
  const loginTaken = failure?.type === 'refusal' && failure.code === 'login-taken'
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    reset()
    if (name.trim() === '' || (person === null && login.trim() === '')) return
    const body = { name: name.trim(), roles: roles.filter((role) => held.includes(role)) }
    if (person === null) {
      const added = await send(call('addPerson', { body: { ...body, login: login.trim() } }))
      if (added !== null) onDone(added.person, added.link)
    } else {
      const changed = await send(call('changePerson', { params: { person: person.id }, body: { ...body, active } }))
      if (changed !== null) onDone(changed.person, null)
    }
  }
  const isMe = person?.id === me.id
  const losesOwn = isMe && mayDo(me, 'manage-people') && !mayDo({ roles: held }, 'manage-people')
  const loginWrong = loginMissing ? t('people.form.loginMissing') : loginTaken ? words.failure(failure) : undefined
  return (
    <Dialog
      title={person === null ? t('people.add') : t('people.changeOf', { name: person.name })}
      first={first}
      onClose={onClose}
    >
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        <Field
          label={t('people.form.name')}
          hint={t('people.form.nameHint')}
          ref={first}
          autoComplete="off"
          maxLength={500}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
          wrong={nameMissing ? t('people.form.nameMissing') : undefined}
        />
        {person === null && (
          <Field
            label={t('people.form.login')}
            hint={t('people.form.loginHint')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={500}
            required
            value={login}
            onChange={(event) => setLogin(event.target.value)}
            wrong={loginWrong}
          />
        )}
        <fieldset className="field choices">
          <legend className="label">{t('people.form.roles')}</legend>
          {roles.map((role) => (
            <label key={role}>
              <input
                type="checkbox"
                checked={held.includes(role)}
                onChange={(event) =>
                  setHeld(event.target.checked ? [...held, role] : held.filter((other) => other !== role))
                }
              />
              <span>
                {t(`role.${role}`)} <span className="soft">{t(`people.form.means.${role}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {person !== null && (
          <div className="field choices">
            <label>
              <input
                type="checkbox"
                aria-describedby={`${id}-active`}
                checked={active}
                onChange={(event) => setActive(event.target.checked)}
              />
              <span>{t('people.form.active')}</span>
            </label>
            <p className="hint" id={`${id}-active`}>
              {t('people.form.activeHint')}
            </p>
          </div>
        )}
        {(losesOwn || (isMe && !active)) && (
          <p className="ochre" role="status">
            <Icon name="warning" /> {t(active ? 'people.form.own' : 'people.form.ownActive')}
          </p>
        )}
        <FailureNotice failure={loginTaken ? null : failure} />
        <DialogButtons
          submit={t(person === null ? 'people.form.submitAdd' : 'people.form.save')}
          disabled={busy || (person !== null && !changed)}
          onCancel={onClose}
        />
      </form>
      {asking}
    </Dialog>
  )
}
