import { useContext, useEffect, useRef } from 'react'
import { ComboBoxStateContext } from 'react-aria-components'

/**
 * Inside a combo box that keeps no choice of its own, closes its list after each one: React Aria does so only when
 * the chosen value changes.
 */
export function CloseAfter({ choices }: { readonly choices: number }) {
  const state = useContext(ComboBoxStateContext)
  const seen = useRef(choices)
  useEffect(() => {
    if (seen.current === choices) return
    seen.current = choices
    state?.close()
  })
  return null
}
