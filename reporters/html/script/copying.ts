/** A button beside each command that copies it. */
export const copying = String.raw`
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
for (const command of all('.command')) {
  const button = document.createElement('button')
  const label = command.querySelector('.label')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'copy'
  button.setAttribute('aria-label', 'Copy the ' + (label === null ? 'script' : label.textContent + ' command'))
  button.addEventListener('click', () => copy(button))
  command.append(button)
}
`
