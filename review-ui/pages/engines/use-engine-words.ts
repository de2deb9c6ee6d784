import { useTranslation } from 'react-i18next'
import type { EngineSettingsView } from '../../../src/contract/views/engines.ts'
import { type EngineName, engineNames, type Price } from '../../../src/model/engine.ts'
import { destinationOfEngine } from '../../../src/model/engine-destination.ts'

/** The name of an engine as people know it; engines of later versions go by their own. */
export function useEngineWords() {
  const { t } = useTranslation()
  return (engine: string) => {
    const known = engineNames.find((name) => name === engine)
    return known === undefined ? engine : t(`engine.${known}`)
  }
}

/** What an engine costs, in a few words. */
export function usePriceWords() {
  const { t, i18n } = useTranslation()
  const dollars = (amount: number) =>
    new Intl.NumberFormat(i18n.language, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 4,
    }).format(amount)
  const wordsOf = (price: Price) =>
    price.unit === 'characters'
      ? t('engines.price.characters', { amount: dollars(price.each) })
      : t('engines.price.tokens', { input: dollars(price.input), output: dollars(price.output) })
  return (engine: EngineName, settings: EngineSettingsView): string => {
    const price = settings.prices[engine]
    if (price) return wordsOf(price)
    return t(destinationOfEngine(engine, settings).type === 'here' ? 'engines.price.none' : 'engines.price.unknown')
  }
}

/** Where an engine sends texts, in a few words, and whether that is off this machine. */
export function useDestinationWords() {
  const { t } = useTranslation()
  return (engine: EngineName, settings: EngineSettingsView) => {
    const destination = destinationOfEngine(engine, settings)
    if (destination.type === 'here') return { leaves: false, words: t('engines.stays') }
    const words = 'host' in destination ? t('engines.goes', { host: destination.host }) : t('engines.goesNowhere')
    return { leaves: 'host' in destination, words }
  }
}
