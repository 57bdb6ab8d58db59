/** The first line of what was thrown, whatever that is: modules of the user's own throw what they like. */
export function firstLine(thrown: unknown): string {
  const message =
    typeof thrown === 'object' && thrown !== null ? (thrown as { readonly message?: unknown }).message : thrown
  const [line = ''] = String(message ?? 'it throws no error').split('\n')
  return line
}
