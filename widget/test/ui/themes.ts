// What themes of content systems say of elements that the form has, in our words:
// those of them that spoil a form which leaves anything to the page.

/** A theme, with the class of what it shows its articles in. */
export interface Theme {
  css: string;
  article?: string;
}

/** WordPress, whose themes of today say much the same. */
const blocks = (background: string, text: string, more = "") => `
body { margin: 0; background: ${background}; color: ${text}; font: 1.125rem/1.6 system-ui }
a { color: inherit; text-decoration: underline }
h2 { font-weight: 400; line-height: 1.2; margin-block: 1.5rem; ${more} }
.entry > * { max-width: 650px; margin-inline: auto }
.entry > * + * { margin-block-start: 1.5rem }`;

export const themes: Record<string, Theme> = {
  "WordPress Twenty Twenty-One": {
    article: "site entry",
    css: `body { margin: 0; background: #d1e4dd; color: #28303d; font: 1.25rem/1.7 sans-serif }
h2 { font-size: 3rem; font-weight: 300; letter-spacing: normal }
a { color: #28303d; text-decoration: underline; text-underline-offset: 3px }
ul, ol { padding-left: 50px; margin: 30px 0 }
input[type=text], input[type=email], input[type=password], input[type=date], textarea { border: 3px solid #39414d; border-radius: 0; color: #28303d; line-height: 1.7; padding: 10px; margin: 0 2px; max-width: 100%; width: 340px }
input[type=checkbox] { appearance: none; position: relative; width: 25px; height: 25px; border: 3px solid #39414d; background: #fff }
.site button:not(:hover):not(:active):not(.has-background) { background: #28303d; color: #d1e4dd }
button { border: 3px solid transparent; border-radius: 0; font-size: 1.25rem; font-weight: 500; line-height: 1.5; padding: 15px 30px }`,
  },
  "WordPress Twenty Twenty-Two": {
    article: "entry",
    css: blocks("#fff", "#000", "font: 300 clamp(2.75rem, 6vw, 3.25rem) serif; letter-spacing: -1px"),
  },
  "WordPress Twenty Twenty-Three": {
    article: "entry",
    css: blocks("#fff", "#000", "font-size: clamp(2.6rem, 6vw, 3.6rem)"),
  },
  "WordPress Twenty Twenty-Three, Pitch": { article: "entry", css: blocks("#202124", "#e3e3e3") },
  "WordPress Twenty Twenty-Three, Aubergine": { article: "entry", css: blocks("#1b1031", "#fff") },
  "WordPress Twenty Twenty-Four": {
    article: "entry",
    css: blocks("#f9f9f9", "#111", "font: 400 2.5rem serif"),
  },
  "WordPress Twenty Twenty-Five": {
    article: "entry",
    css: `${blocks("#fff", "#111", "font-size: 2.5rem; letter-spacing: -.1px")} body { font-weight: 300; font-size: 1.375rem; letter-spacing: -.1px }`,
  },
  "MkDocs Material": {
    article: "md-typeset",
    css: `html { font-size: 125%; box-sizing: border-box } *, ::before, ::after { box-sizing: inherit }
body { margin: 0; background: #fff; color: rgb(0 0 0 / .87); font: .5rem sans-serif } .md-typeset { font-size: .8rem; line-height: 1.6 }
button, input { margin: 0; padding: 0; border: 0; background: transparent; font-family: inherit; font-size: inherit }
a { color: #4051b5; text-decoration: none; word-break: break-word } .md-typeset h2 { font-weight: 300; font-size: 1.5625em; letter-spacing: -.01em; margin: 1.6em 0 .64em }
.md-typeset ul, .md-typeset ol { margin-left: .625em } .md-typeset ol li, .md-typeset ul li { margin-left: 1.25em; margin-bottom: .5em }
.md-typeset details { border: .05rem solid #448aff; border-radius: .2rem; box-shadow: 0 .2rem .5rem #0001; font-size: .64rem; margin: 1.5625em 0; padding: 0 .6rem; overflow: visible }
.md-typeset summary { display: block; background: #448aff1a; font-weight: 700; margin: 0 -.6rem; padding: .4rem 1.8rem .4rem 2rem; position: relative }
.md-typeset summary::before { content: ""; position: absolute; width: 1rem; height: 1rem; left: .6rem; background: #448aff } summary::after { content: ""; position: absolute; width: 1rem; height: 1rem; right: .4rem; background: currentColor }`,
  },
  "MkDocs Material, slate": {
    article: "md-typeset",
    css: `html { font-size: 125% } body { margin: 0; background: hsl(232 15% 21%); color: hsl(232 15% 90% / .82); font: .8rem/1.6 sans-serif }
button, input { margin: 0; padding: 0; border: 0; background: transparent; font: inherit } a { color: #8a9bf0 }`,
  },
  VitePress: {
    article: "vp-doc",
    css: `*, ::before, ::after { box-sizing: border-box } body { margin: 0; background: #fff; color: #3c3c43; font: 400 16px/24px sans-serif }
button { border: 0; padding: 0; line-height: inherit; color: inherit; background-color: transparent; font-family: inherit }
input, textarea { border: 0; padding: 0; background-color: transparent; color: inherit; font: inherit } h2, p, figure { margin: 0 } ol, ul { list-style: none; margin: 0; padding: 0 } svg, img { display: block }
.vp-doc ol { list-style: decimal; padding-left: 1.25rem; margin: 16px 0 } .vp-doc li + li { margin-top: 8px } .vp-doc a { color: #3451b2; text-decoration: underline; text-underline-offset: 2px; font-weight: 500 }
.vp-doc h2 { margin: 48px 0 16px; border-top: 1px solid #e2e2e3; padding-top: 24px; letter-spacing: -.02em; line-height: 32px; font-size: 24px } .vp-doc p { margin: 16px 0; line-height: 28px }`,
  },
  Starlight: {
    article: "sl-markdown-content",
    css: `body { margin: 0; background: #17181c; color: #c0c2c7; font: 16px/1.75 sans-serif; color-scheme: dark }
.sl-markdown-content :not(a, strong, em, del, span, input, code, br) + :not(a, strong, em, del, span, input, code, br) { margin-top: 1rem }
.sl-markdown-content li + li { margin-top: .25rem } .sl-markdown-content h2 { font-size: 1.8rem; color: #fff } .sl-markdown-content a { color: #c2c8f0 } .sl-markdown-content summary { padding: .5rem; background: #23262f }`,
  },
  "Read the Docs": {
    article: "rst-content section",
    css: `* { box-sizing: border-box } body { margin: 0; background: #fcfcfc; color: #404040; font: 16px/24px Lato, sans-serif } p { line-height: 24px; font-size: 16px; margin: 0 0 24px }
.rst-content .section ul, .rst-content.section ul, .rst-content.section ol { list-style: disc; line-height: 24px; margin-bottom: 24px } .rst-content.section li { list-style: decimal; margin-left: 24px }
h2 { margin-top: 0; font: 700 150% serif } a { color: #2980b9; text-decoration: none } label { display: block; margin: 0 0 .3125em; color: #333; font-size: 90% }
input[type=text], input[type=email], input[type=password], input[type=date] { appearance: none; padding: 6px; display: inline-block; border: 1px solid #ccc; font-size: 80%; box-shadow: inset 0 1px 3px #ddd; border-radius: 0; transition: border .3s linear }
textarea { overflow: auto; vertical-align: top; width: 100%; font-family: Lato, sans-serif; border: 1px solid #ccc; box-shadow: inset 0 1px 3px #ddd; padding: 6px } button { font: inherit; margin: 0; line-height: normal; vertical-align: middle }`,
  },
  Ananke: {
    article: "center nested",
    css: `html { line-height: 1.15; font-family: sans-serif } body { margin: 0; color: #444; background: #fff } .center { display: flex; justify-content: center } main { line-height: 1.5; max-width: 64rem; margin: auto }
.nested a { color: #357edd; transition: color .15s ease-in } .nested ul, .nested ol { padding-left: 2em; margin: 1em 0 } button, input, textarea { font: 100%/1.15 sans-serif; margin: 0 } img { max-width: 100% }`,
  },
  Minima: {
    article: "post",
    css: `body, h2, h3, p, ul, ol, figure, blockquote { margin: 0; padding: 0 } body { font: 16px/1.5 sans-serif; color: #111; background: #fdfdfd } h2, h3, p, ul, ol, figure { margin-bottom: 15px }
ul, ol { margin-left: 30px } li > ul { margin-bottom: 0 } h2, h3 { font-weight: 400 } .post h2 { font-size: 32px } a { color: #2a7ae2; text-decoration: none } a:hover { color: #111; text-decoration: underline } blockquote { color: #828282; border-left: 4px solid #e8e8e8; padding-left: 15px; font-size: 18px; letter-spacing: -1px; font-style: italic } img { max-width: 100%; vertical-align: middle }`,
  },
  MediaWiki: {
    article: "mw-body",
    css: `body { margin: 0; background: #f6f6f6; color: #202122; font: .875em/1.6 sans-serif } .mw-body { background: #fff } .mw-body h2 { border-bottom: 1px solid #a2a9b1; font: 1.5em/1.375 serif; margin: 1em 0 .25em; overflow: hidden }
.mw-body ul { margin: .3em 0 0 1.6em; list-style: square } .mw-body ol { margin: .3em 0 0 3.2em } .mw-body li { margin-bottom: .1em } .mw-body p { margin: .5em 0 } .mw-body a { color: #3366cc }`,
  },
};
