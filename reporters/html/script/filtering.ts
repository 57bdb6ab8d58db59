/** Search, filters and the state of both in the address; what closes and opens everything. */
export const filtering = String.raw`
if (form !== null) {
  const one = (id) => document.getElementById(id)
  const fields = ['provider', 'cause', 'level', 'source']
  const sections = all('details.section:not(.notes)')
  let openBefore
  const rows = all('.clause').map((element) => ({
    element,
    standing: element.dataset.standing,
    level: element.dataset.level,
    source: element.dataset.source,
    cause: element.dataset.causes.split(' '),
    provider: element.closest('.provider').dataset.provider,
  }))

  // all that is shown of a clause, with the exchanges that are shown in full at another one; read when it is first asked for
  const wordsOf = (row) => {
    if (row.words !== undefined) return row.words
    const elsewhere = all('a[href^="#exchange-"]', row.element).map((link) => document.getElementById(link.getAttribute('href').slice(1)))
    row.words = [
      row.element.closest('.provider').querySelector('h2'),
      row.element.closest('.section').querySelector('h3'),
      row.element,
      ...new Set(elsewhere),
    ].map((element) => element?.textContent ?? '').join(' ').toLowerCase()
    return row.words
  }

  const chosen = () => {
    const said = new FormData(form)
    const choice = { words: said.get('text').toLowerCase().split(/\s+/).filter(Boolean), standing: said.getAll('standing') }
    for (const field of fields) choice[field] = said.get(field) ?? ''
    return choice
  }

  const matches = (row, choice) =>
    (choice.standing.length === 0 || choice.standing.includes(row.standing)) &&
    fields.every((field) => choice[field] === '' || [row[field]].flat().includes(choice[field])) &&
    choice.words.every((word) => wordsOf(row).includes(word))

  const apply = () => {
    const choice = chosen()
    const active = choice.words.length > 0 || choice.standing.length > 0 || fields.some((field) => choice[field] !== '')
    if (active && openBefore === undefined) openBefore = new Map(sections.map((section) => [section, section.open]))
    let shown = 0
    for (const row of rows) {
      row.element.hidden = active && !matches(row, choice)
      if (!row.element.hidden) shown += 1
    }
    const isEmpty = (element) => active && element.querySelector('.clause:not([hidden])') === null
    for (const section of sections) {
      section.hidden = isEmpty(section)
      if (openBefore !== undefined) section.open = active ? !section.hidden : openBefore.get(section)
    }
    if (!active) openBefore = undefined
    for (const provider of all('.provider')) provider.hidden = isEmpty(provider)
    for (const notes of all('.notes')) notes.hidden = active
    one('shown').textContent = shown === rows.length ? shown + ' clauses' : shown + ' of ' + rows.length + ' clauses'
    one('nothing').hidden = shown > 0
  }

  const change = () => {
    apply()
    remember()
  }
  remember = () => {
    const said = [...new FormData(form)].filter(([, value]) => value !== '')
    const query = new URLSearchParams(said).toString()
    try {
      history.replaceState(null, '', location.pathname + (query === '' ? '' : '?' + query) + location.hash)
    } catch {
      // a page whose address cannot be changed, as one in a frame, has its filter all the same
    }
  }
  clear = () => {
    form.reset()
    change()
  }
  const recall = () => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const inputs = all('[name]', form).filter((input) => input.name === name)
      for (const input of inputs) {
        if (input.type === 'checkbox') input.checked = input.checked || input.value === value
        else if (input.type === 'search' || all('option', input).some((option) => option.value === value)) input.value = value
      }
    }
  }

  const open = (isOpen) => {
    const places = all('.clause:not([hidden]) > details')
    const others = isOpen ? [] : all('.clause details')
    for (const place of [...sections.filter(({ hidden }) => !hidden), ...places, ...others, ...all('.cause > details')]) place.open = isOpen
  }

  form.hidden = false
  form.addEventListener('input', change)
  form.addEventListener('submit', (event) => event.preventDefault())
  one('clear').addEventListener('click', () => {
    clear()
    form.elements.text.focus()
  })
  one('expand').addEventListener('click', () => open(true))
  one('collapse').addEventListener('click', () => open(false))
  for (const button of all('button.only')) {
    button.hidden = form.elements.cause === undefined
    button.addEventListener('click', () => {
      form.reset()
      form.elements.cause.value = button.dataset.cause
      change()
      form.scrollIntoView()
    })
  }
  recall()
  apply()
}
`
