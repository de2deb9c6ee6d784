import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermMember } from '../../../src/model/term.ts'
import type { TermFields } from '../../../src/terms/termbase/tidy.ts'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { clashesOf, firstChoice, type Side, settled } from './logic/clash.ts'
import { OtherRendering, speechWords } from './term-words.tsx'
import type { Meanwhile } from './use-term.ts'

/** Two people changed one term: both versions side by side, field by field, and a choice for each. */
export function ClashChoice({
  ref,
  before,
  mine,
  theirs,
  onSettled,
}: {
  /** The button that takes what was chosen. */
  ref: Ref<HTMLButtonElement>
  before: TermFields
  mine: TermFields
  theirs: Meanwhile
  onSettled: (fields: TermFields) => void
}) {
  const { t } = useTranslation()
  const clashes = clashesOf(before, mine, theirs.term)
  const [choice, setChoice] = useState(() => firstChoice(clashes))
  const { name } = theirs
  return (
    <section className="stack clash" aria-label={t('glossary.clash.title', { name })}>
      <p role="alert">
        <Icon name="error" /> <b className="red">{t('glossary.clash.title', { name })}</b> (
        <When at={theirs.at} />) {t('glossary.clash.hint')}
      </p>
      {clashes.map(({ field, changedBy }) => (
        <fieldset key={field}>
          <legend>
            <b>{t(`glossary.form.${field}`)}</b>{' '}
            <span className="soft">{t(`glossary.clash.${changedBy}`, { name })}</span>
          </legend>
          <div className="two-sides">
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name={`clash-${field}`}
                  checked={choice[field] === side}
                  onChange={() => setChoice({ ...choice, [field]: side satisfies Side })}
                />
                <span>
                  <span className="soft">{t(`glossary.clash.${side}`, { name })}</span>
                  <FieldValue fields={side === 'mine' ? mine : theirs.term} field={field} />
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="row-of-buttons">
        <button
          ref={ref}
          type="button"
          className="button primary"
          onClick={() => onSettled(settled(mine, theirs.term, choice))}
        >
          {t('glossary.clash.take')}
        </button>
      </div>
    </section>
  )
}

function FieldValue({ fields, field }: { fields: TermFields; field: TermMember }) {
  const { t } = useTranslation()
  switch (field) {
    case 'source':
      return (
        <span className="value zh" lang="zh-CN">
          {fields.source.join('、')}
        </span>
      )
    case 'renderings':
      return (
        <span className="value">
          {fields.renderings.map((rendering) => (
            <span key={rendering.text} className="line">
              <OtherRendering rendering={rendering} />
            </span>
          ))}
        </span>
      )
    case 'status':
      return <span className="value">{t(`termStatus.${fields.status}`)}</span>
    case 'partOfSpeech':
      return <span className="value">{speechWords(t, fields.partOfSpeech ?? '') || t('glossary.clash.empty')}</span>
    default: {
      const value = fields[field] ?? ''
      const text = typeof value === 'string' ? value : value.join('\n')
      return <span className="value">{text || t('glossary.clash.empty')}</span>
    }
  }
}
