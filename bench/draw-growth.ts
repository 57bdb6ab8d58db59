import type { Growth } from './workloads.ts'

const [width, height, left, top, right, bottom] = [720, 360, 56, 24, 240, 48]
const colours = ['#1b6ca8', '#c0392b', '#2e8b57', '#8e44ad', '#b9770e', '#34495e']
const most = 4

/** A picture of how the cost of an item grows with the work: flat is 1, whatever an item costs. */
export function drawGrowth(rows: readonly Growth[]): string {
  const x = (step: number): number => left + (step * (width - left - right)) / 2
  const y = (growth: number): number => height - bottom - (Math.min(growth, most) / most) * (height - top - bottom)
  const lines = Array.from({ length: most + 1 }, (_, growth) => [
    `<line x1="${left}" y1="${y(growth)}" x2="${width - right}" y2="${y(growth)}" stroke="#ddd"/>`,
    `<text x="${left - 10}" y="${y(growth) + 4}" text-anchor="end">${growth}×</text>`,
  ])
  const steps = ['1×', '4×', '16×'].map(
    (label, step) => `<text x="${x(step)}" y="${height - bottom + 20}" text-anchor="middle">${label}</text>`,
  )
  const curves = rows.map(({ name, points }, index) => {
    const first = points[0]?.microseconds ?? 1
    const colour = colours[index % colours.length] ?? '#000'
    const places = points.map(({ microseconds }, step) => `${x(step)},${y(microseconds / first).toFixed(1)}`)
    const labelled = top + 12 + index * 20
    return [
      `<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<rect x="${width - right + 16}" y="${labelled - 9}" width="10" height="10" fill="${colour}"/>`,
      `<text x="${width - right + 32}" y="${labelled}">${name}</text>`,
    ]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    '<title>Cost of an item by the amount of work</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...lines.flat(),
    ...steps,
    `<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle">work</text>`,
    ...curves.flat(),
    '</svg>',
    '',
  ].join('\n')
}
