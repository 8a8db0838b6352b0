// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are sources
import { joined } from "../../bundle.mjs";
import { expect, test } from "./harness.ts";

const cases: Record<string, [source: string, built: string]> = {
  "one line stays as it is": ["html`<p id=${id}> ${text} </p>`", "html`<p id=${id}> ${text} </p>`"],
  "lines between tags and parts leave nothing": [
    "html`\n  <p>\n    ${a}\n    ${b} ${c}\n  </p>\n`",
    "html`<p>${a}${b} ${c}</p>`",
  ],
  "lines within a tag leave a space between attributes": [
    'html`\n  <p\n    id=${id}\n    class="a b"\n    ?hidden=${x > 1}\n  >\n    ${a}\n  </p>\n`',
    'html`<p id=${id} class="a b" ?hidden=${x > 1}>${a}</p>`',
  ],
  "templates within templates are joined, the code around them is not": [
    "html`\n  <ul>\n    ${all.map((one) => {\n      return html`\n        <li>${one}</li>\n      `;\n    })}\n  </ul>\n`",
    "html`<ul>${all.map((one) => {\n      return html`<li>${one}</li>`;\n    })}</ul>`",
  ],
  "other templates, texts, patterns and comments are left alone": [
    '// it\'s `\nconst a = `x\n  y`, b = "`", c = /[`\'"]/; /* html` */\nsvg`\n  <g />\n`',
    '// it\'s `\nconst a = `x\n  y`, b = "`", c = /[`\'"]/; /* html` */\nsvg`<g />`',
  ],
};

for (const [what, [source, built]] of Object.entries(cases)) {
  test(`templates are shipped on one line: ${what}`, () => {
    expect(joined(source)).toBe(built);
    expect(joined(built)).toBe(built);
  });
}
