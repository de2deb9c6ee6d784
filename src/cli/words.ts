import { createInstance, type TFunction } from 'i18next'
import cliEn from '../../locales/en/cli.json' with { type: 'json' }
import findingNamesEn from '../../locales/en/finding-names.json' with { type: 'json' }
import findingsEn from '../../locales/en/findings.json' with { type: 'json' }
import noticesEn from '../../locales/en/notices.json' with { type: 'json' }
import publishingEn from '../../locales/en/publishing.json' with { type: 'json' }
import refusalsEn from '../../locales/en/refusals.json' with { type: 'json' }
import xliffEn from '../../locales/en/xliff.json' with { type: 'json' }
import cliZh from '../../locales/zh-CN/cli.json' with { type: 'json' }
import findingNamesZh from '../../locales/zh-CN/finding-names.json' with { type: 'json' }
import findingsZh from '../../locales/zh-CN/findings.json' with { type: 'json' }
import noticesZh from '../../locales/zh-CN/notices.json' with { type: 'json' }
import publishingZh from '../../locales/zh-CN/publishing.json' with { type: 'json' }
import refusalsZh from '../../locales/zh-CN/refusals.json' with { type: 'json' }
import xliffZh from '../../locales/zh-CN/xliff.json' with { type: 'json' }
import { formats } from '../formats/registry.ts'
import { endingsOf, isApart } from '../ports/format.ts'

/** The endings and names of formats, as help and refusals name them. */
const formatWords = {
  documents: endingsOf(formats.documents).join(', '),
  memories: endingsOf(formats.memories).join(', '),
  glossaries: endingsOf(formats.glossaries).join(', '),
  pairs: endingsOf(formats.pairs).join(', '),
  exports: Object.keys(formats.exports)
    .filter((format) => !isApart(format))
    .join(', '),
  glossaryNames: formats.glossaries.map(({ name }) => name).join(', '),
}

/** The words of the terminal, in the language its locale asks for: Chinese for `zh…`, else English. */
export function words(environment: Readonly<Record<string, string | undefined>>): TFunction {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || 'en'
  const i18n = createInstance({
    lng: locale.startsWith('zh') ? 'zh-CN' : 'en',
    fallbackLng: 'en',
    defaultNS: 'cli',
    keySeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false, defaultVariables: formatWords },
    resources: {
      en: {
        cli: cliEn,
        'finding-names': findingNamesEn,
        findings: findingsEn,
        notices: noticesEn,
        publishing: publishingEn,
        refusals: refusalsEn,
        xliff: xliffEn,
      },
      'zh-CN': {
        cli: cliZh,
        'finding-names': findingNamesZh,
        findings: findingsZh,
        notices: noticesZh,
        publishing: publishingZh,
        refusals: refusalsZh,
        xliff: xliffZh,
      },
    },
  })
  i18n.init()
  return i18n.t
}
