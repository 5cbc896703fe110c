export const travelling = {}
