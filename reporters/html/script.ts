/** What runs in the page: the filter, links into closed places, copy buttons, and printing. */
export const script = String.raw`(() => {
  'use strict'
  const all = (selector, root = document) => [...root.querySelectorAll(selector)]
  const form = document.getElementById('filter')
  const sections = all('details.section')
  let openBefore
  const rows = all('.clause').map((element) => ({
    element,
    standing: element.dataset.standing,
    words: [
      element.querySelector('summary').textContent,
      element.querySelector('.about').textContent,
      element.closest('.section').querySelector('h3').textContent,
      element.closest('.provider').querySelector('h2').textContent,
    ].join(' ').toLowerCase(),
  }))

  const apply = () => {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean)
    const chosen = new Set(all('input[name=standing]:checked', form).map((input) => input.value))
    const filtering = words.length > 0 || chosen.size > 0
    if (filtering && openBefore === undefined) openBefore = new Map(sections.map((section) => [section, section.open]))
    let shown = 0
    for (const row of rows) {
      const matches = (chosen.size === 0 || chosen.has(row.standing)) && words.every((word) => row.words.includes(word))
      row.element.hidden = !matches
      if (matches) shown += 1
    }
    for (const section of sections) {
      section.hidden = filtering && section.querySelector('.clause:not([hidden])') === null
      if (openBefore !== undefined) section.open = filtering ? !section.hidden : openBefore.get(section)
    }
    if (!filtering) openBefore = undefined
    for (const provider of all('.provider')) {
      provider.hidden = filtering && provider.querySelector('.clause:not([hidden])') === null
    }
    const total = rows.length
    document.getElementById('shown').textContent = shown === total ? total + ' clauses' : shown + ' of ' + total + ' clauses'
  }

  const clear = () => {
    form.reset()
    apply()
  }

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target === null) return
    if (form !== null && target.closest('[hidden]') !== null) clear()
    for (let place = target; place !== null; place = place.parentElement) if (place.tagName === 'DETAILS') place.open = true
    const own = target.querySelector(':scope > details')
    if (own !== null) own.open = true
    target.scrollIntoView()
  }

  const copy = async (button) => {
    const source = button.parentElement.querySelector('pre')
    try {
      await navigator.clipboard.writeText(source.textContent)
      button.textContent = 'copied'
      setTimeout(() => (button.textContent = 'copy'), 1500)
    } catch {
      getSelection().selectAllChildren(source)
    }
  }

  if (form !== null) {
    form.hidden = false
    form.addEventListener('input', apply)
    form.addEventListener('submit', (event) => event.preventDefault())
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape') clear()
      const typing = event.target instanceof HTMLInputElement && event.target.type === 'search'
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      form.elements.text.focus()
    })
    apply()
  }
  for (const command of all('.command')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'copy'
    button.setAttribute('aria-label', 'Copy the ' + command.querySelector('.label').textContent + ' command')
    command.append(button)
  }
  addEventListener('click', (event) => {
    if (event.target instanceof HTMLButtonElement && event.target.closest('.command') !== null) copy(event.target)
  })
  addEventListener('hashchange', reveal)
  if (location.hash !== '') reveal()

  let closed = []
  addEventListener('beforeprint', () => {
    closed = all('[data-standing=gap] details:not([open]), [data-standing=broken] details:not([open]), [data-standing=warns] details:not([open]), .section:not([open])')
    for (const element of closed) element.open = true
  })
  addEventListener('afterprint', () => {
    for (const element of closed) element.open = false
  })
})()
`
