export function Start(_props: { readonly state: unknown }) {
  return null
}
