import { useTranslation } from 'react-i18next'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import type { Finding } from '../../../src/model/finding.ts'
import { figureDiffers } from '../../../src/model/release.ts'

/** How many points need judgement, and in words what whoever signs says they have weighed. */
export function usePoints(
  sheet: SignOffSheet,
  warnings: readonly Finding[],
): { readonly count: number; readonly weighed: readonly string[] } {
  const { t } = useTranslation()
  const counts = {
    comments: sheet.comments.length,
    waivers: sheet.waivers.length,
    figures: sheet.figures.filter((figure) => figureDiffers(figure) && figure.confirmed !== undefined).length,
    quality: sheet.quality === null ? 0 : 1,
    haste: sheet.work.filter(({ hasty }) => hasty).length,
    accounts: sheet.accounts.length,
    warnings: warnings.length,
  }
  const names = ['comments', 'waivers', 'figures', 'quality', 'haste', 'accounts', 'warnings'] as const
  return {
    count: names.reduce((sum, name) => sum + counts[name], 0),
    weighed: names
      .filter((name) => counts[name] > 0)
      .map((name) => t(`signOff.weigh.${name}`, { count: counts[name] })),
  }
}
