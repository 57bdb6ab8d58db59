import type { Figures } from '../model/report.ts'
import { figureNames } from './wording.ts'

/** One figure of a provider: a share with what it was made from. */
export interface Figure {
  readonly name: string
  readonly part: number
  readonly whole: number
  readonly percent: string
}

/** The two figures of a provider, over the fixed set of its clauses. */
export function figuresOf(figures: Figures): readonly [conforming: Figure, judged: Figure] {
  return [
    figure(figureNames.conforming, figures.conforming, figures.judged),
    figure(figureNames.judged, figures.judged, figures.clauses),
  ]
}

function figure(name: string, part: number, whole: number): Figure {
  return { name, part, whole, percent: percent(part, whole) }
}

/** A share with one decimal, rounded down so that 100 % always means all. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return 'none'
  const tenths = Math.floor((part * 1000) / whole)
  return tenths === 1000 ? '100 %' : `${(tenths / 10).toFixed(1)} %`
}

/** A count with its noun. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(number)} ${number === 1 ? singular : plural}`
}

/** An integer with thin groups of three digits. */
export function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** A duration for people. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`
  const minutes = Math.floor(milliseconds / 60_000)
  return `${minutes} min ${Math.floor((milliseconds % 60_000) / 1000)} s`
}

/** A point in time for people, in UTC to the second. */
export function moment(iso: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
