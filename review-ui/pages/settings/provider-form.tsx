import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isIssuer } from '../../../src/model/sign-in.ts'
import { call, type Reply } from '../../api.ts'
import { Field } from '../../components/field.tsx'
import { emptyProvider, type ProviderForm as Form, formOf, lacksRoles, providerIn } from './logic/provider.ts'
import { ProviderRoles } from './provider-roles.tsx'
import { SectionForm } from './section.tsx'
import { useEdits } from './use-edits.ts'
import { useSaving } from './use-saving.ts'

type SignIn = Reply<'signInSettings'>['signIn']

/** By whom people sign in, and which values of its claim give which role. */
export function ProviderForm({
  saved,
  onSaved,
  onChanged,
}: {
  saved: SignIn
  onSaved: (signIn: SignIn) => void
  /** Whether there is something unsaved. */
  onChanged: (changed: boolean) => void
}) {
  const { t } = useTranslation()
  const { form, changed, put, discard } = useEdits<Form>(saved.provider ? formOf(saved.provider) : emptyProvider)
  const [tried, setTried] = useState(false)
  const saving = useSaving()
  useEffect(() => onChanged(changed), [changed, onChanged])
  const issuerWrong = tried && !isIssuer(form.issuer.trim())
  const clientMissing = tried && form.clientId.trim() === ''
  const rolesMissing = tried && lacksRoles(form)
  const send = async () => {
    setTried(true)
    if (!isIssuer(form.issuer.trim()) || form.clientId.trim() === '' || lacksRoles(form)) return
    const reply = await saving.save(call('changeProvider', { body: { provider: providerIn(form) } }))
    if (reply === null) return
    discard()
    setTried(false)
    onSaved(reply)
  }
  const field = (name: 'issuer' | 'clientId' | 'scope' | 'claim' | 'labelZh' | 'labelEn') => ({
    label: t(`settings.provider.${name}`),
    maxLength: 500,
    autoComplete: 'off',
    spellCheck: false,
    value: form[name],
    onChange: (event: { target: { value: string } }) => put({ [name]: event.target.value }),
  })
  return (
    <SectionForm saving={saving} changed={changed} mayChange onSave={() => void send()} onDiscard={discard}>
      {saved.provider === null && <p className="soft">{t('settings.provider.none')}</p>}
      <Field
        {...field('issuer')}
        inputMode="url"
        hint={t('settings.provider.issuerHint')}
        wrong={issuerWrong ? t('settings.provider.issuerWrong') : undefined}
      />
      <div className="pair">
        <Field {...field('clientId')} wrong={clientMissing ? t('settings.provider.clientMissing') : undefined} />
        <Field
          label={t('settings.provider.secret')}
          hint={t(saved.secretSet ? 'settings.provider.secretSet' : 'settings.provider.secretHint')}
          type="password"
          autoComplete="off"
          maxLength={1000}
          value={form.secret}
          onChange={(event) => put({ secret: event.target.value })}
        />
      </div>
      <div className="pair">
        <Field {...field('claim')} hint={t('settings.provider.claimHint')} />
        <Field {...field('scope')} hint={t('settings.provider.scopeHint')} />
      </div>
      <ProviderRoles form={form} missing={rolesMissing} onChange={put} />
      <div className="pair">
        <Field {...field('labelZh')} lang="zh-CN" hint={t('settings.provider.labelHint')} />
        <Field {...field('labelEn')} lang="en" />
      </div>
    </SectionForm>
  )
}
