import { useTranslation } from 'react-i18next'
import type { CountsView } from '../../../src/contract/views/counts.ts'
import { type CountKey, countKeys } from '../../../src/model/counts.ts'
import { monthBefore, monthsIn } from '../../../src/review/counting/month.ts'
import { Select } from '../../components/field.tsx'
import { useSession } from '../../shell/session.tsx'
import { type Choice, monthsToChoose, withMonth } from './logic.ts'
import { useCountWords } from './use-count-words.ts'

/** From which month to which, told apart by what, and of whose work. */
export function CountsChoice({
  choice,
  view,
  onChoose,
}: {
  choice: Choice
  view: CountsView | null
  onChoose: (change: Partial<Choice>) => void
}) {
  const { t } = useTranslation()
  const { session } = useSession()
  const { monthWords } = useCountWords()
  const { timeZone, counts } = session.workspace
  const people = view?.people ?? counts.people
  const present = monthsIn(timeZone)(new Date().toISOString())
  const to = choice.to || view?.to || present
  const shown = { from: choice.from || view?.from || monthBefore(to, 11), to }
  const months = monthsToChoose(present, [shown.from, shown.to])
  const keys = countKeys.filter((key) => key !== 'person' || people || choice.by.includes('person'))
  const toggle = (key: CountKey) =>
    onChoose({ by: countKeys.filter((one) => (one === key) !== choice.by.includes(one)) })
  return (
    <search className="counts-choice" aria-label={t('counts.choice')}>
      {(['from', 'to'] as const).map((side) => (
        <Select
          key={side}
          label={t(`counts.${side}`)}
          value={shown[side]}
          onChange={({ target }) => onChoose(withMonth(shown, side, target.value))}
        >
          {months.map((month) => (
            <option key={month} value={month}>
              {monthWords(month)}
            </option>
          ))}
        </Select>
      ))}
      <Select
        label={t('counts.whose')}
        value={choice.whose}
        onChange={({ target }) => onChoose({ whose: target.value === 'me' ? 'me' : 'everyone' })}
      >
        <option value="everyone">{t('counts.everyone')}</option>
        <option value="me">{t('counts.me')}</option>
      </Select>
      <fieldset className="field">
        <legend className="label">{t('counts.by')}</legend>
        <div className="keys">
          {keys.map((key) => (
            <label key={key}>
              <input type="checkbox" checked={choice.by.includes(key)} onChange={() => toggle(key)} />{' '}
              {t(`counts.key.${key}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <p className="soft hint">{t(people ? 'counts.peopleOn' : 'counts.peopleOff')}</p>
    </search>
  )
}
