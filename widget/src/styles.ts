// The style sheets. What they hold for is named with six classes that nothing has,
// so that they win over a page's rules for elements, attributes and classes; a rule
// that names an id wins over them. Whatever else the page says of our elements, the
// first rule here takes back. Colours follow the page's text; those that cannot have
// a light and a dark form. Every part is named in data-part.
//
// Nothing here contains its size: a widget whose width depends on nothing within it
// has none in a parent that is as wide as its content.

/** For the element's own shadow tree, which only chooses between the page's link and the widget. */
export const shadowStyles =
  ":host{display:block}:host([hidden]),slot[hidden]{display:none}[role=status]{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}";

/** For the dialog in that tree, whose parts pages can style by ::part. */
// biome-ignore format: one rule a line
export const dialogStyles = `:where([part=dialog]) { inline-size: calc(var(--fedi-signup-max-width, 34em) + 3em); max-inline-size: calc(100vw - 2em); max-block-size: calc(100dvh - 2em); box-sizing: border-box; padding: 0 1.5em 1.5em; border: 1px solid color-mix(in srgb, currentColor 16%, transparent); border-radius: calc(var(--fedi-signup-radius, .5em) * 1.5); background: Canvas; color: CanvasText; overscroll-behavior: contain; text-align: start; line-height: 1.5 }
[part=dialog]:not([open]) { display: none }
:where([part=dialog]:focus) { outline: none }
:where([part=dialog])::backdrop { background: #0009 }
:where([part=dialog-head]) { position: sticky; inset-block-start: 0; z-index: 1; display: flex; justify-content: end; margin-inline: -1em; padding-block: .25em; background: inherit }
:where([part=dialog-close]) { inline-size: 2.5em; block-size: 2.5em; padding: 0; border: 0; border-radius: 50%; background: none; color: inherit; font: inherit; cursor: pointer }
:where([part=dialog-close]:hover) { background: color-mix(in srgb, currentColor 10%, transparent) }
:where([part=dialog-close]:focus-visible) { outline: 2px solid; outline-offset: -2px }
:where([part=dialog-close])::before { content: "✕" / "" }
@media (max-width: 37em) {
:where([part=dialog]) { inline-size: 100vw; block-size: 100dvh; max-inline-size: none; max-block-size: none; margin: 0; border: 0; border-radius: 0; padding-inline: 1em }
:where([part=dialog-head]) { margin-inline: -.5em }
}
:host { column-rule-color: color-mix(in srgb, currentColor, currentColor) } /* by which the scheme of the page is told */
::slotted([data-theme]), [data-theme] { padding: 0 !important } /* the dialog has some */`;

// biome-ignore format: one rule a line
export const formStyles = `:where(:has(> [data-part=fedi-signup]):not([hidden])) { display: block }
[data-part=fedi-signup]:not(._._._._._) {
&, & :where(:not(svg *)), & ::before, & ::after { all: revert; -webkit-locale: revert-layer } /* which follows lang */
& :where(svg *) { all: revert-layer } /* whose attributes count as styles */
}
[data-part=fedi-signup]:not(._._._._._) {
--accent: var(--fedi-signup-accent, light-dark(#2654c4, #9dbcff));
--on-accent: var(--fedi-signup-on-accent, light-dark(#fff, #0c1a3a));
--danger: var(--fedi-signup-danger, light-dark(#b3261e, #ffb3ab));
--good: var(--fedi-signup-success, light-dark(#1a6b3c, #86d8a4));
--muted: var(--fedi-signup-muted, color-mix(in srgb, currentColor 84%, transparent));
--border: var(--fedi-signup-border, color-mix(in srgb, currentColor 52%, transparent));
--line: color-mix(in srgb, currentColor 16%, transparent);
--tint: color-mix(in srgb, currentColor 5%, transparent);
--radius: var(--fedi-signup-radius, .5em);
--density: var(--fedi-signup-density, 1);
--gap: var(--fedi-signup-gap, calc(1.25em * var(--density)));
position: relative;
font-family: var(--fedi-signup-font, inherit);
font-size: max(1em, 14px);
line-height: 1.5;
text-align: start;
text-transform: none;
overflow-wrap: anywhere;
&[data-theme] { background: Canvas; color: CanvasText; padding: 1.25em; border-radius: calc(var(--radius) * 1.5) }
&[data-theme=light] { color-scheme: light }
&[data-theme=dark] { color-scheme: dark }
&[data-under] { margin-block-start: var(--gap) } /* the page's own content */
:where(*) { box-sizing: border-box }
:where([hidden]) { display: none } /* a style that the first rule takes as the page's */
:where(p, h2, h3, ul, ol) { margin: 0; padding: 0 }
:where([data-part=hidden]) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: pre }
:where([data-part=columns]) { display: flex; flex-wrap: wrap; align-items: flex-start; gap: calc(var(--gap) * 1.4) calc(var(--gap) * 3) }
:where([data-part=panel], [data-part=columns] > *) { display: flex; flex-direction: column; gap: var(--gap); min-inline-size: 0; max-inline-size: var(--fedi-signup-max-width, 34em) }
:where([data-part=columns] > *) { flex: 6 1 28em }
:where([data-part=columns] > [data-part=intro]) { flex: 5 1 22em }
:where([data-part=panel], [data-part=columns] > *)::before { content: ". . . . ."; word-spacing: 8em; block-size: 0; margin-block-end: calc(var(--gap) * -1); overflow: hidden; visibility: hidden } /* as wide as they like to be, whatever they say */
:where([data-part=header]) { display: flex; gap: .85em; align-items: center }
:where([data-part=headline]) { min-inline-size: 0 }
:where([data-part=notice]) { padding: .75em 1em; border-inline-start: .25em solid var(--accent); font-size: .9375em }
:where([data-part=description]) { white-space: pre-line }
:where([data-part=documents]) { list-style: none; display: flex; flex-wrap: wrap; gap: .35em 1.25em; font-size: .9375em }
:where([data-part=icon]) { inline-size: 3.25em; block-size: 3.25em; border-radius: .7em; object-fit: cover; flex: none }
:where(span[data-part=icon]) { background: var(--tint) }
:where([data-part=kicker], [data-part=host]) { color: var(--muted); font-size: .875em; line-height: 1.35 }
:where([data-part=kicker]) { font-size: .625em; display: block; font-weight: 400; letter-spacing: 0 }
:where([data-part=title]) { font: inherit; font-size: 1.4em; font-weight: 650; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; outline-offset: .25em }
:where([data-part=field]) { display: grid; grid-template-columns: minmax(0, 1fr); gap: .3em }
:where([data-part=label]) { font-weight: 600 }
:where([data-part=optional]) { font-weight: 400; color: var(--muted) }
:where([data-part=hint], [data-part=error]) { font-size: .875em; line-height: 1.4 }
:where([data-part=hint]) { color: var(--muted) }
:where([data-part=foot]) { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em }
:where([data-field=date_of_birth], [data-field=reason]) > :where([data-part=foot]) { min-block-size: 1.225em } /* whose hints come with the extras */
:where([data-part~=control]) { display: flex; align-items: stretch; border: 1px solid var(--border); border-radius: var(--radius); background: var(--fedi-signup-field, color-mix(in srgb, currentColor 4%, transparent)); color: inherit }
:where([data-part~=control]:focus-within) { border-color: var(--accent); outline: 2px solid var(--accent); outline-offset: 1px }
:where([data-part=input]) { flex: 1; min-inline-size: 0; inline-size: 100%; min-block-size: calc(2.75em * var(--density)); margin: 0; padding: calc(.5em * var(--density)) .75em !important; border: 0; border-radius: inherit; outline: none; background: none; color: inherit; font: inherit; font-size: max(1em, 16px) }
:where([data-part~=control]:has([data-part=affix]:last-child)) { flex-wrap: wrap; overflow: hidden }
:where([data-part=affix]) { display: flex; align-items: center; padding: .3em .7em; color: var(--muted); line-height: 1.4 }
:where([data-part=affix]:first-child) { padding-inline-end: 0 }
:where([data-part=affix]:first-child + [data-part=input]) { flex: 99 1 8em; padding-inline-start: .15em !important } /* Pico is as firm, for its ticks */
:where([data-part=affix]:last-child) { flex: 1 1 auto; max-inline-size: 100%; background: var(--tint); font-size: .875em; box-shadow: 0 0 0 1px var(--line) } /* in a line of its own where there is no room */
:where([data-part=toggle]) { flex: none; display: grid; place-items: center; inline-size: 2.75em; margin: 0; padding: 0; border: 0; border-radius: inherit; background: none; color: var(--muted); font: inherit; cursor: pointer }
:where([data-part=toggle] svg) { inline-size: 1.35em; block-size: 1.35em; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round }
:where([data-part=toggle][aria-pressed=false] [data-part=slash]) { display: none }
:where([data-part=actions]) { display: flex; flex-wrap: wrap; align-items: center; gap: .6em 1em }
:where([data-part=form] > [data-part=actions]) { display: grid; justify-items: stretch; gap: .75em }
:where([data-part~=button]) { display: inline-flex; align-items: center; justify-content: center; gap: .6em; min-block-size: calc(2.9em * var(--density)); padding: calc(.55em * var(--density)) 1.35em; border: 1px solid transparent; border-radius: var(--radius); background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; line-height: 1.25; text-align: center; text-decoration: none; cursor: pointer }
:where([data-part=loading]) { display: flex; align-items: center; gap: .6em; color: var(--muted) }
:where([data-part=rules-box]) { border-block: 1px solid var(--line) }
:where([data-part=rules-title]) { padding-block: .6em; cursor: pointer }
:where([data-part=rules-title] > *) { display: inline; font-size: 1em }
:where([data-part~=agreement]) { display: grid; grid-template-columns: auto 1fr; gap: .7em; padding: .8em .9em; border: 1px solid var(--line); border-radius: var(--radius); background: var(--tint) }
:where([aria-busy] > [data-part=intro], [data-steady]) { min-block-size: 15em }
:where([data-part=form]:has([data-part=loading])) { min-block-size: 34em }
:where([data-part=room]) { block-size: 34em; background: repeating-linear-gradient(#0000 0 1.8em, var(--tint) 0 4.55em, #0000 0 7.1em) }
:where([data-part=spinner]) { inline-size: 1.1em; block-size: 1.1em; flex: none; border: .15em solid; border-inline-end-color: transparent; border-radius: 50%; animation: fedi-signup-spin .9s linear infinite }
@media (prefers-reduced-motion: reduce) { :where([data-part=spinner]) { animation-duration: 6s } }
}
@keyframes fedi-signup-spin { to { rotate: 1turn } }`;

/** For what the extras draw, and for what is hardly ever drawn before they are there. */
// biome-ignore format: one rule a line
export const extraStyles = `[data-part=fedi-signup]:not(._._._._._) {
column-rule-color: color-mix(in srgb, currentColor, currentColor);
outline-color: light-dark(#000, #fff); /* by which scheme.ts knows the scheme */
transition: color 1ms; /* of which scheme.ts hears when it changes */
:where([data-part=panel]) { --gap: calc(.85em * var(--density)); margin-inline: auto }
:where([data-part=title]:focus:not(:focus-visible), [data-part=alert]:focus:not(:focus-visible)) { outline: none }
:where([data-part~=control]) { background: var(--fedi-signup-field, light-dark(#fff, #ffffff0f)) }
:where([data-part=notice]) { border-start-end-radius: var(--radius); border-end-end-radius: var(--radius); background: color-mix(in srgb, var(--accent) 9%, transparent) }
:where([data-part=checkbox]) { inline-size: 1.2em; block-size: 1.2em; margin: .15em 0 0; accent-color: var(--accent) }
:where(textarea[data-part=input]) { min-block-size: 5.5em; resize: vertical; field-sizing: content; max-block-size: 18em }
:where([data-part=subtitle]) { font: inherit; font-weight: 650 }
:where([data-part=rules-box]) { scroll-margin-block-start: 4em }
:where([data-part=description]) { color: var(--muted) }
@media print { :where([data-part=rules-box])::details-content { content-visibility: visible; block-size: auto } }
:where([data-part=count]) { color: var(--muted); font-variant-numeric: tabular-nums }
:where([data-part=rules]) { list-style: none; counter-reset: rule; display: grid; font-size: .9375em }
:where([data-part=rule]) { counter-increment: rule; display: grid; grid-template-columns: 1.9em 1fr; padding-block: .6em; border-block-start: 1px solid var(--line) }
:where([data-part=rule])::before { content: counter(rule); font-variant-numeric: tabular-nums; font-weight: 650; color: var(--muted); grid-row: 1 / span 2 }
:where([data-stacked] [data-part~=agreed]) { display: none } /* which stand at the agreement */
:where([data-part=link]) { color: var(--accent); text-decoration: none; border-block-end: .07em solid } /* pages often take the underline from their links, seldom a border */
:where([data-part=actions] > [data-part=link]) { justify-self: start } /* or its border would be as wide as the form */
:where([data-part=link]:hover) { border-block-end-width: .14em }
:where([data-part=note], [data-part=counter]) { color: var(--muted); font-size: .875em; line-height: 1.4 }
:where([data-part=counter]) { margin-inline-start: auto; font-variant-numeric: tabular-nums }
:where([data-part~=good]) { color: var(--good) }
:where([data-part=toggle]:hover) { color: inherit }
:where([data-part~=button][aria-disabled=true]) { cursor: default; opacity: .62 }
:where([data-part=button-label]) { color: var(--on-accent) }
:where([data-part~=button]:hover) { background: color-mix(in srgb, var(--accent) 88%, currentColor) }
:where(a, button, [data-part=checkbox], summary):where(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px }
:where([data-part=errors]) { display: grid; gap: .2em }
:where([data-part=errors]:empty) { display: none }
:where([data-part=error]) { color: var(--danger); font-weight: 550 }
:where([data-part=error])::before { content: "!" / ""; display: inline-grid; place-items: center; inline-size: 1.25em; block-size: 1.25em; margin-inline-end: .45em; border-radius: 50%; background: var(--danger); color: Canvas; font-size: .8em; font-weight: 800; line-height: 1 }
:where([data-part~=control][data-part~=invalid]) { border-color: var(--danger); box-shadow: inset 0 0 0 1px var(--danger) }
:where([data-part~=control][data-part~=invalid]:focus-within) { outline-color: var(--danger) }
:where([data-part~=agreement][data-part~=invalid]) { border-color: var(--danger); box-shadow: inset 0 0 0 1px var(--danger) }
:where([data-part=rule]) { text-align: start } /* in Firefox and WebKit a list item follows the list */
:where([data-part=details]) { grid-column: 2; margin-block-start: .15em }
:where([data-part=details] > [data-part=hint]) { margin-block: .25em }
:where([data-part=more]) { cursor: pointer; color: var(--muted); font-size: .9em; inline-size: fit-content }
:where([data-part~=secondary]) { background: none; border-color: var(--border); color: inherit }
:where([data-part~=secondary] [data-part=button-label]) { color: inherit }
:where([data-part~=secondary]:hover) { background: var(--tint); border-color: currentColor }
:where([data-part=handle]) { white-space: normal }
:where([data-part~=empty] > [type=date]) { color: var(--muted) } /* WebKitGTK shows today's date while there is none */
:where([data-part=suggestions]) { display: flex; flex-wrap: wrap; align-items: center; gap: .4em }
:where([data-part=suggestion]) { min-block-size: 2em; padding: .2em .8em; border: 1px solid var(--border); border-radius: 1em; background: none; color: inherit; font: inherit; font-size: .875em; cursor: pointer }
:where([data-part=suggestion]:hover) { background: var(--tint); border-color: currentColor }
:where([data-part=alert]) { display: grid; gap: .5em; padding: .85em 1em; border: 1px solid color-mix(in srgb, var(--danger) 45%, transparent); border-inline-start: .25em solid var(--danger); border-radius: var(--radius); background: color-mix(in srgb, var(--danger) 7%, transparent) }
:where([data-part=alert] [data-part=link]) { color: inherit }
:where([data-part=summary]) { padding-inline-start: 1.2em }
:where([data-part=brand]) { display: flex; align-items: center; gap: .5em; color: var(--muted); font-size: .9375em }
:where([data-part=brand] [data-part=host]) { color: inherit }
:where([data-part=brand-icon]) { inline-size: 1.6em; block-size: 1.6em; border-radius: .35em; object-fit: cover; flex: none }
:where([data-part=heading]) { display: flex; align-items: center; gap: .6em; margin-block-end: -.15em }
:where([data-part~=sign]) { flex: none; inline-size: 2.4em; block-size: 2.4em; padding: .5em; border-radius: 50%; background: color-mix(in srgb, currentColor 13%, transparent); color: var(--accent); fill: none; stroke: currentColor; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round }
:where([data-part~=stop]) { color: var(--danger) }
:where(figure, blockquote) { margin: 0; padding: 0 }
:where([data-part=quote]) { display: grid; gap: .25em; padding-inline-start: .9em; border-inline-start: 3px solid var(--line) }
:where([data-part=quote] figcaption) { color: var(--muted); font-size: .875em }
:where([data-part=words]) { white-space: pre-line }
:where([data-part=aside]) { display: grid; gap: .6em; margin-block-start: .6em; padding-block-start: 1.1em; border-block-start: 1px solid var(--line) }
:where([data-part=resend]) { display: grid; gap: .85em }
:where([data-part~=small]) { min-block-size: 2.25em; padding: .3em .9em; font-size: .9375em }
:where([data-part=plain]) { padding: .4em 0; border: 0; background: none; color: inherit; font: inherit; text-decoration: underline; text-underline-offset: .18em; cursor: pointer }
:where([data-part=fedi-signup] > [data-part=notice]) { margin-block-end: var(--gap) }
:where([data-part=panel] > [role=alert]:not(:has(*))) { margin-block-start: calc(var(--gap) * -1) }
:where([data-part=fold] > :not(summary)) { margin-block: .75em }
:where([data-part=aid]:empty) { display: none }
:where([data-part=captcha]) { display: flex; flex-wrap: wrap; align-items: center; gap: .4em 1em }
:where([data-part=captcha] > [data-part=hint]) { flex-basis: 100% }
:where([data-part=captcha-frame]) { display: grid; align-items: center; min-block-size: 3.5em; min-inline-size: 0 }
:where([data-part=captcha-picture]) { max-inline-size: 100%; block-size: auto; border-radius: var(--radius); border: 1px solid var(--line); background: #fff }
:where([data-part=strength]) { display: flex; align-items: center; gap: .75em; min-block-size: 1.225em; --now: var(--danger) }
:where([data-part=strength][data-score="2"]) { --now: light-dark(#8a5a00, #f0c26b) }
:where([data-part=strength]:is([data-score="3"], [data-score="4"])) { --now: var(--good) }
:where([data-part=meter]) { flex: none; display: grid; grid-template-columns: repeat(4, 2em); gap: .2em }
:where([data-part~=step]) { block-size: .35em; border-radius: .2em; background: var(--line) }
:where([data-part~=reached]) { background: var(--now) }
:where([data-part=reader]) { display: flex; flex-direction: column; gap: .75em; inline-size: 46em; block-size: 54em; padding: 1.25em; border: 1px solid var(--line); border-radius: calc(var(--radius) * 1.5); background: Canvas; color: CanvasText }
:where([data-part=reader])::backdrop { background: #0009 }
:where([data-part=reader-head]) { display: flex; align-items: center; justify-content: space-between; gap: 1em }
:where([data-part=reader-frame]) { flex: 1; overflow: auto; border: 1px solid var(--line); border-radius: var(--radius) }
:where([data-part=reader-frame] iframe) { display: block; inline-size: 100%; border: 0; visibility: hidden }
:where([data-ready]) { visibility: visible }
@media (forced-colors: active) {
:where([data-part~=button][aria-disabled=true]) { color: GrayText; border-color: GrayText; opacity: 1 }
:where([data-part~=button]) { border-color: ButtonBorder }
:where([data-part=error])::before { forced-color-adjust: none; background: CanvasText; color: Canvas }
:where([data-part~=step]) { border: 1px solid CanvasText }
:where([data-part~=reached]) { forced-color-adjust: none; background: CanvasText }
}
}`;
