/** Opens what a link points at, wherever it is folded or filtered away; and the list of sections where it has room at the side. */
export const revealing = String.raw`
const reveal = () => {
  let id = location.hash.slice(1)
  try {
    id = decodeURIComponent(id)
  } catch {
    // an id with a sign of percent stands as it is
  }
  const target = document.getElementById(id)
  if (target === null) return
  if (target.closest('[hidden]') !== null) clear()
  for (let place = target; place !== null; place = place.parentElement) if (place.tagName === 'DETAILS') place.open = true
  const own = target.querySelector(':scope > details')
  if (own !== null) own.open = true
  target.scrollIntoView()
}
addEventListener('hashchange', reveal)
addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
  // a link to where the address points already changes nothing there
  if (link !== null && link.getAttribute('href') === location.hash) reveal()
})
if (location.hash !== '') reveal()

const contents = document.getElementById('contents')
const wide = matchMedia('(min-width: 75rem)')
const fold = () => {
  if (contents !== null) contents.open = wide.matches
}
wide.addEventListener('change', fold)
fold()
`
