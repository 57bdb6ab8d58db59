import { isHeaderName } from '../../model/header-name.ts'
import { isObject } from '../../model/json.ts'
import type { ClauseRow, Finding } from '../../model/report.ts'
import { isSuccess, placeOf, propertyOf } from './origin.ts'
import type { Origin, Rule } from './origin.ts'
import { kindOf } from './paths.ts'

export const missingHeader: Rule = ({ finding }) => {
  if (!isHeaderName(finding.at)) return undefined
  const name = finding.at.replaceAll(/(?<=^|-)\w/g, (letter) => letter.toUpperCase())
  return finding.actual === 'absent'
    ? { key: 'headers', title: 'Responses lack documented headers:', name }
    : { key: `header value ${finding.at}`, title: `The ${name} header has another value than documented` }
}

const lists: Origin = {
  key: 'lists',
  title: 'Lists hold other objects than documented, or hold them in another order',
}

/** Lists that hold other objects than they should, or the same in another order. */
export const wrongList: Rule = ({ finding, exchange }) => {
  if (exchange?.request.method !== 'GET' || !isSuccess(exchange.response.status)) return undefined
  // a filter, an order or a page that is not heeded
  if (finding.by === 'observer/lists-answer-what-was-asked') return lists
  const isItems = /^(?:\/data)?(?:\/\*)?$/.test(placeOf(finding)) && !isObject(finding.actual)
  const isList = Array.isArray(finding.actual) || placeOf(finding).endsWith('/*/id')
  return isItems || (isList && !finding.by.startsWith('observer/') && !isObject(finding.actual)) ? lists : undefined
}

/** What is wrong with the object that tells of an error. */
export const errorObject: Rule = ({ finding, exchange }) =>
  finding.by.startsWith('observer/') &&
  finding.at.startsWith('/') &&
  exchange !== undefined &&
  exchange.response.status >= 400
    ? { key: 'errors', title: 'Errors are not told as documented' }
    : undefined

/** Properties that the objects of one kind do not have, in whatever answers. */
export const missingProperty: Rule = ({ row, finding, exchange, ofResource }) => {
  const property = propertyOf(finding)
  if (property === undefined || finding.actual !== 'absent' || exchange === undefined) return undefined
  if (!isSuccess(exchange.response.status)) return undefined
  const isWhole = placeOf(finding).split('/').length === 2
  if (!finding.by.startsWith('observer/') && !(ofResource && isWhole)) return undefined
  const kind = kindOf(exchange)
  if (isFeatureOf(row, property)) return { key: `property ${property}`, title: titleFor(property), name: kind }
  return { key: `lacks ${kind}`, title: `Objects of ${kind} lack`, name: `\`${property}\`` }
}

/** A property of any kind of object, where a clause of its own is about it or its form is wrong in one way. */
export const wrongForm: Rule = ({ row, finding, exchange, ofResource }) => {
  const property = propertyOf(finding)
  if (property === undefined || exchange === undefined) return undefined
  const isFeature = isFeatureOf(row, property)
  if (!ofResource && !isFeature) return undefined
  if (!isSuccess(exchange.response.status)) return undefined
  const kind = kindOf(exchange)
  const title = titleFor(property)
  if (isFeature) return { key: `property ${property}`, title, name: kind }
  const form = formIn(finding)
  return form === undefined ? undefined : { key: `property ${property} ${form}`, title, name: kind }
}

/** The same property of one kind of object. */
export const wrongProperty: Rule = ({ finding, exchange, ofResource }) => {
  const property = propertyOf(finding)
  if (property === undefined || exchange === undefined || !ofResource) return undefined
  if (!isSuccess(exchange.response.status)) return undefined
  const kind = kindOf(exchange)
  return { key: `property ${kind} ${property}`, title: titleFor(property), name: kind }
}

/** A feature that has the name of the property is about it, as metadata are; any other shows in whatever property. */
const isFeatureOf = ({ id }: ClauseRow, property: string): boolean => property === id.split('.')[1]

const titleFor = (property: string): string => `\`${property}\` is not as documented in`

/** What a value has to be, where that says nothing about the object at hand: null, or a form that a schema gives. */
function formIn({ by, expected }: Finding): string | undefined {
  if (expected === null) return 'null'
  return by.startsWith('observer/') && typeof expected === 'string' && /^(?:type|format|pattern) /.test(expected)
    ? expected
    : undefined
}
