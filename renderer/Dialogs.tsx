export function Dialogs(_props: { readonly state: unknown }) {
  return null
}
