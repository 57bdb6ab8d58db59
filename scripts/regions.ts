/** Texts of generated regions by their names. */
export type Regions = Readonly<Record<string, string>>

const region = /(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(<!-- end of generated -->)/g

/** Fills the marked regions of a text; refuses a region that nothing fills. */
export function fillRegions(text: string, regions: Regions): string {
  return text.replaceAll(region, (_whole, begin: string, name: string, end: string) => {
    const content = regions[name]
    if (content === undefined) throw new Error(`nothing fills the region "${name}"`)
    return `${begin}\n${content}\n\n${end}`
  })
}
