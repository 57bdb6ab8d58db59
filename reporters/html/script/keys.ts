/** The keys of the page; none of them does anything while somebody writes or chooses. */
export const keys = String.raw`
const summaries = () =>
  all('.clause:not([hidden]) > details > summary').filter((summary) => summary.closest('details.section[open]') !== null)
const step = (by) => {
  const shown = summaries()
  const here = document.activeElement?.closest('.clause')?.querySelector('summary')
  const top = shown.findIndex((summary) => summary.getBoundingClientRect().top > 0)
  const at = here === undefined ? top - (by > 0 ? 1 : 0) : shown.indexOf(here)
  const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'center' })
}
addEventListener('keydown', (event) => {
  if (form === null || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape') return clear()
  const { target } = event
  if (target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'search')) return
  const actions = { '/': () => form.elements.text.focus(), j: () => step(1), k: () => step(-1) }
  if (!Object.hasOwn(actions, event.key)) return
  event.preventDefault()
  actions[event.key]()
})
`
