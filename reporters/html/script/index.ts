import { copying } from './copying.ts'
import { filtering } from './filtering.ts'
import { keys } from './keys.ts'
import { printing } from './printing.ts'
import { revealing } from './revealing.ts'

/** What runs in the page. Every part is a block of its own that reads the filter's form, which is absent where there is no clause. */
export const script = `(() => {
'use strict'
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const form = document.getElementById('filter')
let clear = () => undefined
let remember = () => undefined
${[filtering, revealing, copying, keys, printing].map((part) => `{\n${part}}\n`).join('')}})()
`
