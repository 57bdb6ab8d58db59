import { isHeaderName } from '../../model/header-name.ts'
import { isObject } from '../../model/json.ts'
import { isSuccess, placeOf, propertyOf } from './origin.ts'
import type { Rule } from './origin.ts'
import { kindOf } from './paths.ts'

export const missingHeader: Rule = ({ finding }) => {
  if (!isHeaderName(finding.at)) return undefined
  const name = finding.at.replaceAll(/(?<=^|-)\w/g, (letter) => letter.toUpperCase())
  return finding.actual === 'absent'
    ? { key: `header ${finding.at}`, title: `Responses lack the ${name} header` }
    : { key: `header value ${finding.at}`, title: `The ${name} header has another value than documented` }
}

/** Lists that hold other objects than they should, or the same in another order. */
export const wrongList: Rule = ({ finding, exchange }) => {
  if (exchange?.request.method !== 'GET' || !isSuccess(exchange.response.status)) return undefined
  const isList = Array.isArray(finding.actual) || placeOf(finding).endsWith('/*/id')
  return isList && !finding.by.startsWith('observer/') && !isObject(finding.actual)
    ? { key: 'lists', title: 'Lists hold other objects than documented, or hold them in another order' }
    : undefined
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
export const missingProperty: Rule = ({ finding, exchange, ofResource }) => {
  const property = propertyOf(finding)
  if (property === undefined || finding.actual !== 'absent' || exchange === undefined) return undefined
  if (!isSuccess(exchange.response.status)) return undefined
  const isWhole = placeOf(finding).split('/').length === 2
  if (!finding.by.startsWith('observer/') && !(ofResource && isWhole)) return undefined
  const kind = kindOf(exchange)
  return { key: `lacks ${kind}`, title: `Objects of ${kind} lack`, name: `\`${property}\`` }
}

/** The same property of one kind of object. */
export const wrongProperty: Rule = ({ row, finding, exchange, ofResource }) => {
  const property = propertyOf(finding)
  if (property === undefined || exchange === undefined) return undefined
  // a feature that has the name of the property is about it, as metadata are; any other shows in whatever property
  if (!ofResource && property !== row.id.split('.')[1]) return undefined
  if (!isSuccess(exchange.response.status)) return undefined
  const kind = kindOf(exchange)
  return { key: `property ${kind} ${property}`, title: `\`${property}\` of ${kind} is not as documented` }
}
