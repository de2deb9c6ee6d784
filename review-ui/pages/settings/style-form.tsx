import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseStyle } from '../../../src/model/house-style.ts'
import type { WorkspaceSettings } from '../../../src/model/settings.ts'
import { call } from '../../api.ts'
import { Choice, Choices } from './choices.tsx'
import { exampleOf, inStyle } from './logic/style-examples.ts'
import { SectionForm } from './section.tsx'
import { useEdits } from './use-edits.ts'
import { useSaving } from './use-saving.ts'

const moneys = ['yuan', 'RMB', 'CNY'] as const
const dialects = ['american', 'british'] as const
const offAndOn = [false, true] as const

/** How the office writes English: each choice is shown by what its key would insert. */
export function StyleForm({
  saved,
  mayChange,
  onSaved,
  onChanged,
}: {
  saved: HouseStyle
  mayChange: boolean
  onSaved: (settings: WorkspaceSettings) => void
  /** Whether there is something unsaved. */
  onChanged: (changed: boolean) => void
}) {
  const { t } = useTranslation()
  const { form, changes, changed, put, discard } = useEdits(saved)
  const saving = useSaving()
  useEffect(() => onChanged(changed), [changed, onChanged])
  const send = async () => {
    const reply = await saving.save(call('changeSettings', { body: { style: changes } }))
    if (reply === null) return
    discard()
    onSaved(reply.settings)
  }
  return (
    <SectionForm saving={saving} changed={changed} mayChange={mayChange} onSave={() => void send()} onDiscard={discard}>
      <Choices legend={t('settings.style.money')} chinese={exampleOf.money}>
        {moneys.map((money) => (
          <Choice key={money} name="money" chosen={form.money === money} onChoose={() => put({ money })}>
            <Example english={inStyle(exampleOf.money, { money })} />
          </Choice>
        ))}
        <p className="hint">{t('settings.style.moneyHint')}</p>
      </Choices>
      <Choices legend={t('settings.style.small')} chinese={exampleOf.smallInWords}>
        {offAndOn.map((smallInWords) => (
          <Choice
            key={String(smallInWords)}
            name="small"
            chosen={form.smallInWords === smallInWords}
            onChoose={() => put({ smallInWords })}
          >
            <Example english={inStyle(exampleOf.smallInWords, { smallInWords })} />
          </Choice>
        ))}
        <p className="hint">{t('settings.style.smallHint')}</p>
      </Choices>
      <Choices legend={t('settings.style.mu')} chinese={exampleOf.muWithHectares}>
        {offAndOn.map((muWithHectares) => (
          <Choice
            key={String(muWithHectares)}
            name="mu"
            chosen={form.muWithHectares === muWithHectares}
            onChoose={() => put({ muWithHectares })}
          >
            <Example english={inStyle(exampleOf.muWithHectares, { muWithHectares })} />
          </Choice>
        ))}
      </Choices>
      <Choices legend={t('settings.style.dialect')}>
        {dialects.map((dialect) => (
          <Choice key={dialect} name="dialect" chosen={form.dialect === dialect} onChoose={() => put({ dialect })}>
            {t(`settings.style.${dialect}`)}
            {t('common.colon')}
            <Example english={t(`settings.style.${dialect}Example`)} />
          </Choice>
        ))}
      </Choices>
    </SectionForm>
  )
}

function Example({ english }: { english: string }) {
  return (
    <span className="en" lang="en">
      {english}
    </span>
  )
}
