import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { namesOf } from '../../../../src/model/names.ts'
import { Dialog } from '../../../components/dialog.tsx'
import { changeBinding, isApple, keyLabel, resetBindings, useBindings } from '../../../keys/bindings.ts'
import {
  answers,
  browserFind,
  chordOf,
  type DirectCommand,
  directCommands,
  menuLetters,
  refusesBinding,
} from '../../../keys/keys.ts'
import { completes, switchCompletion } from '../logic/completion-switch.ts'

/** Every key, and the few that can be changed. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const bindings = useBindings()
  const [changing, setChanging] = useState<DirectCommand | null>(null)
  const [wrong, setWrong] = useState('')
  const [completing, setCompleting] = useState(completes)
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <div className="key-sheet stack">
        <p>{t('keys.intro')}</p>
        <table className="table">
          <caption className="hidden">{t('keys.direct')}</caption>
          <tbody>
            {directCommands.map((command) => (
              <tr key={command}>
                <th scope="row">{t(`keys.command.${command}`)}</th>
                <td>
                  <kbd>{keyLabel(bindings[command])}</kbd>
                </td>
                <td>
                  <button
                    type="button"
                    className="text-button"
                    aria-label={t('keys.changeFor', { command: t(`keys.command.${command}`) })}
                    onClick={() => {
                      setWrong('')
                      setChanging(command)
                    }}
                    onBlur={() => setChanging(null)}
                    onKeyDown={(event) => {
                      if (changing !== command || event.key === 'Tab') return
                      event.preventDefault()
                      event.stopPropagation()
                      if (event.key === 'Escape') return setChanging(null)
                      const chord = chordOf(event.nativeEvent)
                      if (chord === null) return
                      const outside = command === 'search' || command === 'help'
                      const refused = refusesBinding(chord)
                      const taken = directCommands.some((other) => other !== command && answers(chord, bindings[other]))
                      if (taken) return setWrong(t('keys.taken'))
                      // A letter by itself would be typed, unless it acts outside text fields only.
                      if (refused === 'owned' || (refused === 'typing' && !outside)) return setWrong(t('keys.owned'))
                      if (!outside && [...chord].length === 1) return setWrong(t('keys.typed'))
                      changeBinding(command, chord)
                      setWrong('')
                      setChanging(null)
                    }}
                  >
                    {changing === command ? t('keys.press') : t('keys.change')}
                  </button>
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('keys.rows')}</th>
              <td>
                <kbd>↑</kbd> <kbd>↓</kbd>
              </td>
              <td className="soft">{t('keys.rowsHint')}</td>
            </tr>
            <tr>
              <th scope="row">{t('keys.letters')}</th>
              <td>
                <kbd>A</kbd>–<kbd>Z</kbd>
              </td>
              <td className="soft">{t('keys.lettersHint')}</td>
            </tr>
            <tr>
              <th scope="row">{t('keys.browserFind')}</th>
              <td>
                <kbd>{keyLabel(browserFind(isApple))}</kbd>
              </td>
              <td className="soft">{t('keys.browserFindHint')}</td>
            </tr>
            <tr>
              <th scope="row">{t('keys.hits')}</th>
              <td>
                <kbd>{keyLabel('Enter')}</kbd> <kbd>↑</kbd> <kbd>↓</kbd>
              </td>
              <td className="soft">{t('keys.hitsHint')}</td>
            </tr>
            <tr>
              <th scope="row">{t('keys.complete')}</th>
              <td>
                <kbd>Tab</kbd>
              </td>
              <td>
                <label>
                  <input
                    type="checkbox"
                    checked={completing}
                    onChange={(event) => {
                      switchCompletion(event.target.checked)
                      setCompleting(event.target.checked)
                    }}
                  />{' '}
                  {t('keys.completeOn')}
                </label>
              </td>
            </tr>
            <tr>
              <th scope="row">{t('keys.leave')}</th>
              <td>
                <kbd>Esc</kbd>
              </td>
              <td />
            </tr>
          </tbody>
        </table>
        <p role="alert" className="red">
          {wrong}
        </p>
        <h3>{t('keys.menu', { key: keyLabel(bindings.menu) })}</h3>
        <ul className="letters">
          <li>
            <kbd>1</kbd>–<kbd>99</kbd> {t('menu.insert')}
          </li>
          {namesOf(menuLetters).map((command) => (
            <li key={command}>
              <kbd>{menuLetters[command].toUpperCase()}</kbd> {t(`command.${command}`)}
            </li>
          ))}
        </ul>
        <p className="soft">{t('keys.ime')}</p>
        <div>
          <button type="button" className="button" onClick={resetBindings}>
            {t('keys.reset')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
