/** For the screen on which a server is chosen. */
// biome-ignore format: one rule a line
export const serverStyles = `[data-part=fedi-signup]:not(._._._._._) {
:where([data-part=servers]) { list-style: none; display: grid; gap: .6em }
:where([data-part~=card]) { position: relative; display: flex; align-items: flex-start; gap: .85em; min-inline-size: 0; min-block-size: 5.2em; padding: .8em .9em; border: 1px solid var(--border); border-radius: var(--radius) }
:where([data-part~=card]:hover) { background: var(--tint); border-color: currentColor }
:where([data-part~=skeleton]) { background: var(--tint); border-color: var(--line); animation: fedi-signup-wait 1.6s ease-in-out infinite alternate }
:where([data-part=server-icon]) { inline-size: 3em; block-size: 3em; flex: none; border-radius: .6em; object-fit: cover }
:where([data-part=card-text]) { display: grid; gap: .3em; flex: 1; min-inline-size: 0 }
:where([data-part=server]) { display: grid; gap: .15em; inline-size: 100%; min-block-size: 2.75em; margin: 0; padding: 0; border: 0; background: none; color: inherit; font: inherit; line-height: 1.35; text-align: start; white-space: normal; cursor: pointer }
:where([data-part=server])::after { content: ""; position: absolute; inset: 0; border-radius: inherit }
:where([data-part=server]:focus-visible) { outline: none }
:where([data-part~=card]:has(:focus-visible)) { outline: 2px solid var(--accent); outline-offset: 2px }
:where([data-part=server-title]) { font-weight: 650 }
:where([data-part=server-about]) { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; color: var(--muted); font-size: .9375em; line-height: 1.4 }
:where([data-part=facts]) { display: flex; flex-wrap: wrap; gap: .1em .9em; color: var(--muted); font-size: .875em; line-height: 1.4 }
:where([data-part~=fact]:first-child) { color: inherit; font-weight: 600 }
:where([data-part~=fact]:first-child)::before { content: ""; display: inline-block; inline-size: .6em; block-size: .6em; margin-inline-end: .45em; border: .12em solid; border-radius: 50% }
:where([data-part~=open], [data-part~=approval]) { color: var(--good) }
:where([data-part~=open])::before { background: currentColor }
:where([data-part~=dim]) { border-style: dashed }
:where([data-part~=dim] [data-part=server-icon]) { filter: grayscale(1); opacity: .6 }
:where([data-part~=dim] [data-part=server-title]) { color: var(--muted) }
:where([data-part=back]) { margin-block-end: .6em }
:where([data-part=search]) { display: grid; gap: .75em }
:where([data-part=filter-grid]) { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9.5em, 100%), 1fr)); gap: .75em; margin-block-start: .75em }
:where([data-part=select]) { flex: 1; min-inline-size: 0; inline-size: 100%; min-block-size: 2.75em; margin: 0; padding: .4em .6em; border: 0; border-radius: inherit; outline: none; background: none; color: inherit; font: inherit; font-size: max(1em, 16px) }
:where([data-part=select] option) { background: Canvas; color: CanvasText }
@media (prefers-reduced-motion: reduce) { :where([data-part~=skeleton]) { animation: none } }
@media (forced-colors: active) {
:where([data-part~=card]) { border-color: ButtonBorder }
:where([data-part~=fact]:first-child)::before { forced-color-adjust: none; border-color: CanvasText }
:where([data-part~=open])::before { background: CanvasText }
}
}
@keyframes fedi-signup-wait { to { opacity: .45 } }`;
