import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useFocusList } from '../../interaction/focus.ts'

/** The term whose row is open, by the address of the page; the row that has the focus, and how it comes into sight. */
export function useOpenedTerm(opened: string | undefined, loaded: boolean) {
  const [, go] = useLocation()
  const [stop, setStop] = useState('')
  const names = useFocusList<string>()
  /** The term to be brought into sight, once its row is drawn. */
  const bring = useRef(opened)
  useEffect(() => {
    if (!loaded || bring.current === undefined) return
    names.reveal(bring.current)
    names.focus(bring.current)
    bring.current = undefined
  })
  const open = useCallback(
    (id: string) => {
      setStop(id)
      go(id === opened ? '/glossary' : `/glossary/${id}`, { replace: true })
    },
    [go, opened],
  )
  const show = (id: string) => {
    setStop(id)
    bring.current = id
    go(`/glossary/${id}`, { replace: true })
  }
  return { stop, setStop, names, open, show }
}
