import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Key } from '../../../components/key.tsx'
import { useBindings } from '../../../keys/bindings.ts'
import type { PermittedSteps } from '../room/permitted-steps.ts'

/** The steps that the moment asks for, and the menu with all the others. */
export function StepButtons({
  permitted,
  writes,
  menuOpen,
  onStep,
  onReturn,
  onEdit,
  onMenu,
  children,
}: {
  permitted: PermittedSteps
  writes: boolean
  menuOpen: boolean
  onStep: () => void
  onReturn: () => void
  onEdit: () => void
  onMenu: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const bindings = useBindings()
  return (
    <div className="actions">
      <button
        type="button"
        className="button primary"
        disabled={permitted.step === 'revise' && permitted.revise !== null}
        onClick={onStep}
      >
        {t(`step.${permitted.step}`)} <Key chord={bindings.confirm} />
      </button>
      {permitted.sendBack === null && (
        <button type="button" className="button" onClick={onReturn}>
          {t('command.return')}
        </button>
      )}
      {!writes && permitted.edit === null && (
        <button type="button" className="button" onClick={onEdit}>
          {t('command.edit')}
        </button>
      )}
      <button type="button" className="button" aria-haspopup="menu" aria-expanded={menuOpen} onClick={onMenu}>
        {t('menu.open')} <Key chord={bindings.menu} />
      </button>
      {children}
    </div>
  )
}
