import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '../../../keys/keys.ts'

/** The panel beside the document. */
export function SidePanel({ onLeave, children }: { onLeave: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <aside className="panel" aria-label={t('panel.label')} onKeyDown={(event) => leaveOnEscape(event, onLeave)}>
      {children || <p className="soft empty">{t('panel.choose')}</p>}
    </aside>
  )
}

/** The panel under the active row, to be unfolded, where there is no room for it beside the document. */
export function FoldedPanel({
  panel,
  onLeave,
  children,
}: {
  panel: { readonly open: boolean; readonly setOpen: (open: boolean) => void }
  onLeave: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <details
      className="panel folded"
      open={panel.open}
      onToggle={(event) => panel.setOpen(event.currentTarget.open)}
      onKeyDown={(event) => leaveOnEscape(event, onLeave)}
    >
      <summary>{t('panel.label')}</summary>
      {children}
    </details>
  )
}

/** Escape leads from a comment or a search of the panel back to the English; what was typed stays there. */
function leaveOnEscape(event: KeyboardEvent, onLeave: () => void): void {
  if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event.nativeEvent)) return
  event.preventDefault()
  onLeave()
}
