import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SecondFactor } from '../../../src/model/passkey.ts'
import { roles } from '../../../src/model/people.ts'
import { call } from '../../api.ts'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Choice, Choices } from './choices.tsx'
import { SectionForm } from './section.tsx'
import { useEdits } from './use-edits.ts'
import { useSaving } from './use-saving.ts'

/** When a passkey is asked for at sign-in, for administrators. */
export function SecondFactorPart({ onChanged }: { onChanged: (changed: boolean) => void }) {
  const remote = useRemote('second-factor', (signal) => call('signInSettings', { signal }))
  const view = remote.data
  return (
    <>
      <Loading remote={remote} />
      {view !== null && (
        <SecondFactorForm
          saved={view.signIn.secondFactor}
          onChanged={onChanged}
          onSaved={(secondFactor) => remote.replace({ ...view, signIn: { ...view.signIn, secondFactor } })}
        />
      )}
    </>
  )
}

function SecondFactorForm({
  saved,
  onSaved,
  onChanged,
}: {
  saved: SecondFactor
  onSaved: (secondFactor: SecondFactor) => void
  onChanged: (changed: boolean) => void
}) {
  const { t } = useTranslation()
  const { form, changed, put, discard } = useEdits(saved)
  const [tried, setTried] = useState(false)
  const saving = useSaving()
  useEffect(() => onChanged(changed), [changed, onChanged])
  const missing = form.when === 'required' && form.roles.length === 0
  const send = async () => {
    setTried(true)
    if (missing) return
    const body = { when: form.when, roles: [...form.roles] }
    const reply = await saving.save(call('changeSecondFactor', { body }))
    if (reply === null) return
    discard()
    onSaved(reply.secondFactor)
  }
  return (
    <SectionForm saving={saving} changed={changed} mayChange onSave={() => void send()} onDiscard={discard}>
      <Choices legend={t('settings.factor.legend')}>
        {(['off', 'held', 'required'] as const).map((when) => (
          <Choice key={when} name="second-factor" chosen={form.when === when} onChoose={() => put({ when })}>
            {t(`settings.factor.${when}`)}
          </Choice>
        ))}
      </Choices>
      {form.when === 'required' && (
        <fieldset className="checkbox-group">
          <legend className="hidden">{t('settings.factor.required')}</legend>
          {roles.map((role) => (
            <label key={role}>
              <input
                type="checkbox"
                checked={form.roles.includes(role)}
                onChange={(event) =>
                  put({
                    roles: roles.filter((one) => (one === role ? event.target.checked : form.roles.includes(one))),
                  })
                }
              />{' '}
              {t(`role.${role}`)}
            </label>
          ))}
          {tried && missing && (
            <p className="wrong" role="alert">
              {t('settings.factor.rolesMissing')}
            </p>
          )}
        </fieldset>
      )}
    </SectionForm>
  )
}
