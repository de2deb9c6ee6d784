import { useTranslation } from 'react-i18next'
import { draftedByFile, draftedByMemory, draftedByNobody } from '../../../src/model/counts.ts'
import { useEngineWords } from '../engines/use-engine-words.ts'
import { hoursOf } from './logic.ts'

/** Months, drafts, numbers and times in the words of the language. */
export function useCountWords() {
  const { t, i18n } = useTranslation()
  const engineWords = useEngineWords()
  const months = new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const drafts = new Map([
    [draftedByNobody, t('counts.drafted.none')],
    [draftedByMemory, t('counts.drafted.memory')],
    [draftedByFile, t('counts.drafted.file')],
  ])
  const number = (value: number, digits = 0) => value.toLocaleString(i18n.language, { maximumFractionDigits: digits })
  return {
    monthWords: (month: string) => months.format(new Date(`${month}-01T00:00:00Z`)),
    draftWords: (engine: string) => drafts.get(engine) ?? engineWords(engine),
    number,
    timeWords(milliseconds: number): string {
      const { hours, minutes } = hoursOf(milliseconds)
      if (hours === 0 && minutes === 0) return t('counts.underMinute')
      return hours === 0 ? t('counts.minutes', { minutes }) : t('counts.hours', { hours: number(hours), minutes })
    },
  }
}
