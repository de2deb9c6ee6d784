import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The panel beside the document. */
export function SidePanel({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <aside className="panel" aria-label={t('panel.label')}>
      {children || <p className="soft empty">{t('panel.choose')}</p>}
    </aside>
  )
}

/** The panel under the active row, to be unfolded, where there is no room for it beside the document. */
export function FoldedPanel({
  panel,
  children,
}: {
  panel: { readonly open: boolean; readonly setOpen: (open: boolean) => void }
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <details className="panel folded" open={panel.open} onToggle={(event) => panel.setOpen(event.currentTarget.open)}>
      <summary>{t('panel.label')}</summary>
      {children}
    </details>
  )
}
