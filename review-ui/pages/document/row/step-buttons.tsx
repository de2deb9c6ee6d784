import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/icon.tsx'
import { Key } from '../../../components/key.tsx'
import { keyLabel, useBindings } from '../../../keys/bindings.ts'
import { type MenuCommand, menuLetters } from '../../../keys/keys.ts'
import type { PermittedSteps } from '../room/permitted-steps.ts'

/** The steps that the moment asks for, and the menu with all the others. */
export function StepButtons({
  permitted,
  writes,
  menuOpen,
  onStep,
  onReturn,
  onEdit,
  onSuggest,
  onMenu,
  children,
}: {
  permitted: PermittedSteps
  writes: boolean
  menuOpen: boolean
  onStep: () => void
  onReturn: () => void
  onEdit: () => void
  onSuggest: () => void
  onMenu: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const bindings = useBindings()
  // The letter acts at once where nothing is typed, and in the menu everywhere.
  const withKey = (words: 'command.return' | 'command.edit' | 'command.suggest', command: MenuCommand) => {
    const letter = menuLetters[command].toUpperCase()
    return `${t(words)} (${writes ? `${keyLabel(bindings.menu)} ${letter}` : letter})`
  }
  const step = permitted.step === 'revise' ? t(`step.revise.${permitted.revision}`) : t(`step.${permitted.step}`)
  return (
    <div className="actions">
      <button
        type="button"
        className="button primary"
        disabled={permitted.step === 'revise' && permitted.revise !== null}
        title={`${step} (${keyLabel(bindings.confirm)})`}
        onClick={onStep}
      >
        {step} <Key chord={bindings.confirm} />
      </button>
      {permitted.sendBack === null && (
        <button type="button" className="button" title={withKey('command.return', 'return')} onClick={onReturn}>
          {t('command.return')}
        </button>
      )}
      {!writes && permitted.edit === null && (
        <button type="button" className="button" title={withKey('command.edit', 'edit')} onClick={onEdit}>
          {t('command.edit')}
        </button>
      )}
      {permitted.edit !== null && (
        <button type="button" className="button" title={withKey('command.suggest', 'suggest')} onClick={onSuggest}>
          {t('command.suggest')}
        </button>
      )}
      <button
        type="button"
        className="button"
        aria-haspopup="menu"
        aria-expanded={menuOpen}
        title={`${t('menu.open')} (${keyLabel(bindings.menu)})`}
        onClick={onMenu}
      >
        <Icon name="menu" />
        <span className="hidden">{t('menu.open')}</span> <Key chord={bindings.menu} />
      </button>
      {children}
    </div>
  )
}
