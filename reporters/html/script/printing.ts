/** Lays the page out for paper as was chosen, and puts everything back. */
export const printing = String.raw`
const paper = document.getElementById('paper')
const wanted = {
  causes: { open: ['.causes > details'], closed: [] },
  gaps: {
    open: [
      '.causes > details',
      'details.section:not(.notes)',
      ...['gap', 'broken', 'warns'].map((standing) => '[data-standing=' + standing + '] > details'),
    ],
    closed: ['.cause > details'],
  },
  clauses: { open: ['details.section:not(.notes)'], closed: ['.clause > details', '.cause > details'] },
}
let changed = []
const set = (selectors, isOpen) => {
  if (selectors.length === 0) return
  for (const element of all(selectors.join(', '))) {
    if (element.open === isOpen) continue
    element.open = isOpen
    changed.push(element)
  }
}
addEventListener('beforeprint', () => {
  const choice = paper?.value ?? 'screen'
  document.body.dataset.paper = choice
  if (!Object.hasOwn(wanted, choice)) return
  set(wanted[choice].closed, false)
  set(wanted[choice].open, true)
})
addEventListener('afterprint', () => {
  delete document.body.dataset.paper
  for (const element of changed) element.open = !element.open
  changed = []
})
document.getElementById('print')?.addEventListener('click', () => print())
`
