import { useTranslation } from 'react-i18next'
import { EngineFrame, type EngineSectionProps } from './engine-frame.tsx'

/** The memory as an engine: nothing to set up. */
export function MemorySection({ view }: EngineSectionProps) {
  const { t, i18n } = useTranslation()
  return (
    <EngineFrame
      engine="memory"
      view={view}
      goes={t('engines.memory.goes')}
      costs={t('engines.memory.costs')}
      holds={t('engines.memory.holds')}
    >
      <p>{t('engines.memory.about', { count: view.pairs, pairs: view.pairs.toLocaleString(i18n.language) })}</p>
    </EngineFrame>
  )
}
