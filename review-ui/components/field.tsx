import { type ComponentProps, type ReactNode, useId } from 'react'

interface Common {
  readonly label: string
  readonly hint?: ReactNode | undefined
  /** What is wrong with what was entered. */
  readonly wrong?: string | undefined
}

/** A labelled input with its hint and what is wrong with it, all told to screen readers. */
export function Field({ label, hint, wrong, ...input }: Common & ComponentProps<'input'>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input className="input" {...input} id={id} {...described(id, hint, wrong)} />
      <Words id={id} hint={hint} wrong={wrong} />
    </div>
  )
}

export function Select({ label, hint, wrong, ...select }: Common & ComponentProps<'select'>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" {...select} id={id} {...described(id, hint, wrong)} />
      <Words id={id} hint={hint} wrong={wrong} />
    </div>
  )
}

export function TextArea({ label, hint, wrong, ...input }: Common & ComponentProps<'textarea'>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea className="input" rows={3} {...input} id={id} {...described(id, hint, wrong)} />
      <Words id={id} hint={hint} wrong={wrong} />
    </div>
  )
}

function described(id: string, hint: ReactNode, wrong: string | undefined) {
  const ids = [hint !== undefined && `${id}-hint`, wrong !== undefined && `${id}-wrong`].filter(Boolean).join(' ')
  return { ...(ids && { 'aria-describedby': ids }), ...(wrong !== undefined && { 'aria-invalid': true }) }
}

function Words({ id, hint, wrong }: { id: string; hint: ReactNode; wrong: string | undefined }) {
  return (
    <>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong !== undefined && (
        <p className="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </>
  )
}
