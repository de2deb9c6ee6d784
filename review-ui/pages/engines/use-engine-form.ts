import { type RefObject, useEffect, useRef, useState } from 'react'
import type { BodyOf } from '../../../src/contract/calls.ts'
import type { EngineSettingsView } from '../../../src/contract/views/engines.ts'
import { call } from '../../api.ts'
import { useFocusOnWrong } from '../../interaction/focus.ts'
import { type Saving, useSaving } from '../settings/use-saving.ts'
import type { EngineProblem } from './logic/engine-edits.ts'

export interface EngineForm<Form> {
  readonly form: Form
  readonly fieldset: RefObject<HTMLFieldSetElement | null>
  readonly saving: Saving
  /** Whether something in it is not saved. */
  readonly changed: boolean
  /** The host that nobody has agreed to yet. */
  readonly host: string | null
  readonly consent: boolean
  setConsent(consent: boolean): void
  readonly consentMissing: boolean
  put(change: Partial<Form>): void
  /** Whether to say of a field that it lacks something. */
  lacks(problem: EngineProblem): boolean
  /** Brings the focus to the field of this name. */
  focusField(name: string): void
  save(): Promise<void>
  discard(): void
}

/** The set-up of one engine while somebody writes it. */
export function useEngineForm<Form extends object>({
  saved,
  formOf,
  bodyOf,
  problemsOf,
  unagreedOf,
  onChanged,
  onSaved,
}: {
  readonly saved: EngineSettingsView
  readonly formOf: (settings: EngineSettingsView) => Form
  readonly bodyOf: (form: Form) => BodyOf<'changeEngine'>
  readonly problemsOf: (form: Form) => readonly EngineProblem[]
  /** The host to which texts would go with these edits and that nobody has agreed to; null for none. */
  readonly unagreedOf: (form: Form) => string | null
  readonly onChanged: (changed: boolean) => void
  readonly onSaved: (settings: EngineSettingsView) => void
}): EngineForm<Form> {
  const [form, setForm] = useState(() => formOf(saved))
  const [tried, setTried] = useState(false)
  const [consent, setConsent] = useState(false)
  const saving = useSaving()
  const fieldset = useRef<HTMLFieldSetElement>(null)
  const focusOnWrong = useFocusOnWrong(fieldset)
  const changed = JSON.stringify(form) !== JSON.stringify(formOf(saved))
  useEffect(() => onChanged(changed), [changed, onChanged])
  const problems = problemsOf(form)
  const host = unagreedOf(form)
  return {
    form,
    fieldset,
    saving,
    changed,
    host,
    consent,
    setConsent,
    consentMissing: tried && host !== null && !consent,
    put: (change) => setForm({ ...form, ...change }),
    lacks: (problem) => tried && problems.includes(problem),
    focusField(name) {
      const field = fieldset.current?.elements.namedItem(name)
      if (field instanceof HTMLElement) field.focus()
    },
    async save() {
      setTried(true)
      if (problems.length > 0 || (host !== null && !consent)) return focusOnWrong()
      const reply = await saving.save(call('changeEngine', { body: { ...bodyOf(form), consent } }))
      if (reply === null) return
      setForm(formOf(reply.engine))
      setTried(false)
      setConsent(false)
      onSaved(reply.engine)
    },
    discard() {
      setForm(formOf(saved))
      setTried(false)
      setConsent(false)
    },
  }
}
