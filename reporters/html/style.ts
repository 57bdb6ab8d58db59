/** The style sheet of the page: system fonts, two colour schemes, one narrow layout and one for paper. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fbfbfc; --raised: #ffffff; --sunken: #f3f4f6; --line: #e1e4e8; --text: #1d2127; --quiet: #5c6570;
  --fail: #b3261e; --fault: #8a2bb3; --warn: #8a5800; --waived: #0b6a86; --open: #6a5b16; --ok: #1a7438; --none: #5c6570;
  --link: #0b57a4; --fail-ground: #fdecea; --ok-ground: #eaf6ee; --warn-ground: #fdf3e1;
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1217; --raised: #161a21; --sunken: #1c212a; --line: #2b313b; --text: #e3e7ec; --quiet: #98a2b0;
    --fail: #ff8a80; --fault: #d9a5f5; --warn: #f0b95a; --waived: #6cc5e0; --open: #d6c46a; --ok: #6bd08f; --none: #98a2b0;
    --link: #7db8f5; --fail-ground: #33191a; --ok-ground: #14291c; --warn-ground: #2e2414;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 8rem; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 100rem; padding: 0 1.5rem 3rem; background: var(--ground); color: var(--text);
  font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif; }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd, pre, fieldset { margin: 0; padding: 0; border: 0; }
ul { list-style: none; }
a { color: var(--link); text-underline-offset: 2px; }
code, pre { font-family: var(--mono); font-size: 12.5px; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 32rem; overflow: auto; unicode-bidi: plaintext; }
summary { cursor: pointer; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
[hidden] { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--raised); padding: .25rem .75rem; z-index: 9; }
.quiet { color: var(--quiet); }
.mark { display: inline-block; min-width: 1em; margin-right: .25em; text-align: center; font-weight: 700; }
.number { font-variant-numeric: tabular-nums; text-align: right; }
.badge { font-size: 12px; font-weight: 600; white-space: nowrap; }
.badge, .counts > *, .legend dt, .clause > details > summary .mark, .clause > details > summary .verdict { color: var(--tone, var(--quiet)); }
.fail { --tone: var(--fail); } .fault { --tone: var(--fault); } .warn { --tone: var(--warn); } .waived { --tone: var(--waived); }
.open { --tone: var(--open); } .ok { --tone: var(--ok); } .none { --tone: var(--none); }

.masthead { padding: 2rem 0 1.25rem; }
.brand { font-size: 12px; color: var(--quiet); letter-spacing: .02em; }
h1 { font-size: 30px; line-height: 1.2; letter-spacing: -.01em; color: var(--tone); margin-top: .25rem; }
h1 .word { display: inline-block; } h1 .word::first-letter { text-transform: uppercase; }
.sentence { font-size: 17px; margin-top: .15rem; }
.partial { margin-top: .6rem; padding: .4rem .75rem; border-left: 3px solid var(--warn); background: var(--warn-ground); border-radius: 0 4px 4px 0; }
.facts { display: flex; flex-wrap: wrap; gap: 0 .5rem; margin-top: .5rem; color: var(--quiet); font-size: 13px; }
.facts li:not(:last-child)::after { content: "·"; margin-left: .5rem; }

.providers { margin-top: 1.5rem; overflow-x: auto; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .55rem .8rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-size: 12px; font-weight: 500; color: var(--quiet); white-space: nowrap; }
thead th.number, td.number { text-align: right; white-space: nowrap; }
tbody th { font-weight: 600; }
.figure { white-space: nowrap; font-variant-numeric: tabular-nums; } .figure .of { color: var(--quiet); font-size: 12px; }
.bar { display: block; width: 100%; min-width: 7rem; height: 4px; margin-top: .3rem; border-radius: 2px; }
.track { fill: var(--line); } rect.ok { fill: var(--ok); } rect.none { fill: var(--quiet); }
td.counts { font-size: 12.5px; } td.counts > * { white-space: nowrap; display: inline-block; margin-right: .6rem; }
.hash { color: var(--quiet); white-space: nowrap; }

.column { min-width: 0; max-width: 82rem; }
.contents { font-size: 13px; margin-top: 1rem; }
.contents > details > summary { color: var(--link); padding: .25rem 0; }
.contents a { display: flex; gap: .5rem; justify-content: space-between; padding: .12rem .5rem; border-radius: 4px; color: inherit; text-decoration: none; }
.contents a:hover { background: var(--sunken); } .contents a.title { font-weight: 600; margin-top: .5rem; }
.contents b { color: var(--quiet); font-weight: 400; }
.contents .counts { white-space: nowrap; font-size: 12px; font-variant-numeric: tabular-nums; } .contents .counts .mark { margin-right: .1em; }
.contents ul ul { padding-left: .5rem; }

.causes h2 { font-size: 18px; margin-bottom: .4rem; } .causes h2 .quiet { font-size: 13px; font-weight: 400; margin-left: .4rem; }
.causes > details > summary { margin: .5rem 0; }
.causes { counter-reset: cause; } .causes ol { padding: 0; list-style: none; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
.cause + .cause { border-top: 1px solid var(--line); }
.cause > details > summary { display: grid; grid-template-columns: 1.6rem 1.2rem minmax(0, 1fr) auto; gap: 0 .4rem; align-items: baseline; padding: .34rem .9rem; list-style: none; }
.cause > details > summary::-webkit-details-marker { display: none; }
.cause > details > summary::before { counter-increment: cause; content: counter(cause); color: var(--quiet); font-variant-numeric: tabular-nums; text-align: right; }
.cause > details > summary:hover { background: var(--sunken); }
.cause .mark { color: var(--tone); margin: 0; } .cause strong { font-weight: 600; overflow-wrap: anywhere; }
.cause .reach { color: var(--quiet); font-size: 13px; text-align: right; }
.cause .inside { padding: .1rem .9rem .9rem 4.1rem; }
.cause h3 { font-size: 13px; margin-top: .6rem; }
.links li { padding: .05rem 0; overflow-wrap: anywhere; } .links .text { color: var(--quiet); }
.best { margin: .3rem 0; } .best > div { display: flex; gap: .6rem; } .best dt { flex: 0 0 4.2rem; color: var(--quiet); font-size: 12px; } .best dd { min-width: 0; overflow-wrap: anywhere; }
.inside .command { display: flex; gap: .6rem; align-items: baseline; } .inside .command pre { flex: 1; min-width: 0; }
button { font: inherit; font-size: 12.5px; color: var(--link); background: none; border: 0; padding: .1rem .2rem; cursor: pointer; }
button:hover { text-decoration: underline; }
.only { margin-top: .5rem; padding-left: 0; }
.nothing { margin-top: 1.5rem; padding: 1.5rem; text-align: center; color: var(--quiet); border: 1px dashed var(--line); border-radius: 8px; }
kbd { font-family: var(--mono); font-size: 12px; padding: 0 .35rem; border: 1px solid var(--line); border-radius: 4px; background: var(--raised); }

.changes { margin-top: 1.25rem; overflow-x: auto; }
.changes h2 { font-size: 16px; margin-bottom: .25rem; } .changes summary { padding: .2rem 0; } .changes ul { padding-left: 1.2rem; }
.changes li, .changes p { padding: .1rem 0; overflow-wrap: anywhere; } .trend svg { display: block; } .spark polyline { fill: none; stroke: var(--fail); stroke-width: 1.5; }
.strip rect { fill: var(--tone); }

.waivers { margin-top: 1rem; padding: .75rem 1rem; border: 1px solid var(--fail); border-radius: 8px; background: var(--fail-ground); }
.waivers h2 { font-size: 14px; }
.waivers li { margin-top: .25rem; } .waivers strong { color: var(--fail); }

.toolbar { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem;
  margin: 1.25rem -1.5rem 0; padding: .6rem 1.5rem; background: var(--ground); border-bottom: 1px solid var(--line); }
.toolbar input[type=search] { flex: 1 1 18rem; min-width: 0; font: inherit; padding: .35rem .7rem; color: inherit; background: var(--raised);
  border: 1px solid var(--line); border-radius: 6px; }
.toolbar input::placeholder { color: var(--quiet); opacity: 1; }
.toolbar select { font: inherit; font-size: 12.5px; max-width: 13rem; padding: .25rem .4rem; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .6rem; font-size: 12.5px; color: var(--quiet); }
.toolbar fieldset { display: flex; flex-wrap: wrap; gap: .35rem; min-width: 0; }
.chip { position: relative; }
.chip input { position: absolute; opacity: 0; inset: 0; margin: 0; width: 100%; height: 100%; cursor: pointer; }
.chip > span { display: block; padding: .2rem .6rem; font-size: 12.5px; border: 1px solid var(--line); border-radius: 99px; background: var(--raised); }
.chip .mark { color: var(--tone); } .chip b { font-weight: 600; color: var(--quiet); }
.chip input:checked + span { border-color: var(--tone); box-shadow: inset 0 0 0 1px var(--tone); color: var(--tone); }
.chip input:focus-visible + span { outline: 2px solid var(--link); outline-offset: 2px; }
#shown { color: var(--quiet); font-size: 12.5px; margin-left: auto; white-space: nowrap; }

.provider { margin-top: 1.75rem; }
.provider h2 { font-size: 19px; letter-spacing: -.005em; display: flex; align-items: baseline; gap: .6rem; }
.reason { color: var(--quiet); }
.section { margin-top: .5rem; border: 1px solid var(--line); border-radius: 8px; background: var(--raised); }
.section > summary { display: flex; align-items: baseline; gap: .75rem; padding: .45rem .9rem; list-style: none; }
.exchange > summary { list-style: none; }
.section > summary::-webkit-details-marker, .clause summary::-webkit-details-marker { display: none; }
.section > summary::before, .exchange > summary::before { content: "›"; display: inline-block; width: .7em; color: var(--quiet); font-weight: 700; text-align: center; }
.section[open] > summary::before, .exchange[open] > summary::before { transform: rotate(90deg); }
.exchange > summary:hover, .section > summary:hover { background: var(--sunken); } .section > summary { border-radius: 8px; }
.section h3 { font-size: 14px; font-weight: 600; flex: 1; min-width: 0; }
.section .counts { font-size: 12.5px; font-variant-numeric: tabular-nums; white-space: nowrap; color: var(--quiet); }
.section .counts > * { margin-left: .5rem; }
.notes .ids { display: block; max-height: 12rem; overflow: auto; }
.notes ul { padding: .1rem .9rem .6rem 2.2rem; color: var(--quiet); overflow-wrap: anywhere; }

.clause { border-top: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 2.2rem; }
.clause > details > summary { display: grid; grid-template-columns: 1.1rem 7.2rem minmax(0, 1fr) auto 3.2rem; gap: 0 .6rem; align-items: baseline;
  padding: .35rem .9rem; list-style: none; }
.clause > details > summary:hover { background: var(--sunken); }
.clause .verdict { font-size: 12.5px; font-weight: 600; }
.clause.ok .verdict, .clause.none .verdict { font-weight: 400; }
.clause .id { color: var(--quiet); font-size: 11.5px; text-align: right; overflow-wrap: anywhere; }
.clause .level { color: var(--quiet); font-size: 12px; text-align: right; }
.why { display: block; color: var(--quiet); font-size: 12.5px; }
.clause.fail .text, .clause.fault .text, .clause.warn .text { font-weight: 600; }
.body { padding: .1rem .9rem .9rem calc(8.3rem + 2.1rem); }
.about { display: grid; gap: .1rem 0; font-size: 13px; }
.about > div { display: flex; gap: .6rem; } .about dt { flex: 0 0 5.2rem; color: var(--quiet); } .about dd { min-width: 0; overflow-wrap: anywhere; }
.reading { display: block; }

.finding { margin-top: .7rem; border: 1px solid var(--line); border-radius: 6px; background: var(--ground); }
.finding h4 { font-size: 13px; font-weight: 600; padding: .4rem .75rem; overflow-wrap: anywhere; }
.finding h4 .quiet { font-weight: 400; margin-left: .4rem; }
.proof { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1px; background: var(--line); border-block: 1px solid var(--line); }
.proof > div { grid-column: 1 / -1; display: flex; gap: .6rem; align-items: baseline; padding: .35rem .75rem; background: var(--ground); min-width: 0; }
.proof > .expected, .proof > .actual { grid-column: auto; }
.proof > .expected { background: var(--ok-ground); } .proof > .actual { background: var(--fail-ground); }
.label { flex: 0 0 4.2rem; color: var(--quiet); font-size: 12px; }
.proof pre { flex: 1; min-width: 0; }
.exchange > summary, .again, .finding > .quiet, .script > summary { padding: .35rem .75rem; font-size: 12.5px; overflow-wrap: anywhere; }
.exchange + .exchange, .exchange + .again, .again + .exchange { border-top: 1px solid var(--line); }
.exchange.shows > summary, .again.shows { box-shadow: inset 3px 0 var(--fail); }
.exchange > summary .number { color: var(--quiet); margin-left: .3em; }
.script { border-bottom: 1px solid var(--line); } .script .command { display: flex; gap: .6rem; align-items: baseline; padding: .35rem .75rem; } .script pre { flex: 1; min-width: 0; }
.more > summary { margin-top: .6rem; color: var(--link); font-size: 13px; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1px; background: var(--line); border-block: 1px solid var(--line); }
.sides > section { background: var(--raised); padding: .5rem .75rem; min-width: 0; }
.sides .name { color: var(--quiet); }
h5 { font-size: 12px; font-weight: 600; color: var(--quiet); margin-bottom: .2rem; }
.exchange > p { padding: .3rem .75rem; font-size: 12.5px; } .tries { padding: 0 .75rem .4rem 2rem; font-size: 12.5px; }

.legend { margin-top: 2rem; color: var(--quiet); font-size: 13px; }
.legend dl { margin-top: .4rem; display: grid; gap: .15rem; } .legend dl > div { display: flex; gap: .6rem; } .legend dt { flex: 0 0 9rem; }
footer { margin-top: 1.5rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 13px; }

@media screen and (max-width: 60rem) {
  body { padding: 0 1rem 2rem; } .toolbar { margin-inline: -1rem; padding-inline: 1rem; }
  .clause > details > summary { grid-template-columns: 1.1rem minmax(0, 1fr) auto; }
  .clause .verdict { grid-column: 2; grid-row: 1; } .clause .level { grid-column: 3; grid-row: 1; }
  .clause .text, .clause .id { grid-column: 2 / -1; text-align: left; }
  .body { padding-left: .9rem; }
  thead { display: none; } table, tbody, tr { display: block; } tr + tr { border-top: 1px solid var(--line); } tr { padding: .5rem 0; }
  tbody th, tbody td { display: grid; grid-template-columns: 9rem minmax(0, 1fr); border: 0; padding: .15rem .8rem; text-align: left; }
  tbody th { display: block; } td::before { content: attr(data-label); color: var(--quiet); font-size: 12px; } td.number { text-align: left; }
  td.counts > * { grid-column: 2; } td .bar { grid-column: 2; }
  .cause > details > summary { grid-template-columns: 1.6rem 1.2rem minmax(0, 1fr); } .cause .reach { grid-column: 3; text-align: left; } .cause .inside { padding-left: .9rem; }
}
@media screen and (max-width: 44rem) {
  .links a, .about a, .again a, .notes a, .cause p a { display: inline-block; padding-block: .35rem; }
  .sides, .proof { grid-template-columns: minmax(0, 1fr); } .toolbar { position: static; } html { scroll-padding-top: 1rem; }
  .section > summary { flex-wrap: wrap; } .about > div { flex-direction: column; gap: 0; } .about dt { flex-basis: auto; } .label { flex-basis: 3.6rem; }
}
@media screen and (min-width: 75rem) {
  body { display: grid; grid-template-columns: 15.5rem minmax(0, 1fr); gap: 0 2rem; }
  .contents { grid-row: 1; margin: 0; } .column { grid-column: 2; grid-row: 1; }
  .contents > details { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 2rem 0 1rem; }
  .contents > details > summary { color: var(--quiet); font-size: 12px; }
}
@media print {
  :root { color-scheme: light; --ground: #fff; --raised: #fff; --sunken: #fff; --text: #000; --quiet: #444; --line: #ccc;
    --fail: #b3261e; --fault: #8a2bb3; --warn: #8a5800; --waived: #0b6a86; --open: #6a5b16; --ok: #1a7438; --none: #444; --link: #000;
    --fail-ground: #fff; --ok-ground: #fff; --warn-ground: #fff; }
  body { max-width: none; padding: 0; zoom: .66; }
  .toolbar, .nothing, .contents, .skip, button, .legend { display: none !important; }
  .providers { overflow: visible; } pre { max-height: none; overflow: visible; } a { color: inherit; text-decoration: none; }
  .clause { content-visibility: visible; } .clause > details > summary { padding-block: .1rem; } .body { padding-left: 2.6rem; }
  .masthead { padding: 0 0 .75rem; } .section { margin-top: .3rem; }
  .proof, .section > summary, .clause > details > summary, .cause, tr { break-inside: avoid; } .section > summary, h2, h4 { break-after: avoid; }
  [data-paper=causes] #clauses { display: none; }
  [data-paper=gaps] :is(.notes, .exchange, .again, .script, .more, .about, .finding ~ .finding, .replay, .finding > .quiet) { display: none; }
  [data-paper=gaps] .clause:not([data-standing=gap], [data-standing=broken], [data-standing=warns]) { display: none; }
  [data-paper=gaps] .section:not(:has([data-standing=gap], [data-standing=broken], [data-standing=warns])) { display: none; }
  [data-paper=gaps] .body { padding-bottom: .3rem; } [data-paper=gaps] .finding { margin: .1rem 0; border: 0; } [data-paper=gaps] .finding h4 { padding-block: 0; }
  [data-paper=gaps] .proof { border: 0; background: none; } [data-paper=gaps] .proof > div { padding-block: 0; }
  [data-paper=gaps] .proof pre, [data-paper=gaps] .best dd { max-height: 5.5em; overflow: hidden; }
  [data-paper=clauses] .notes { display: none; }
}
`
