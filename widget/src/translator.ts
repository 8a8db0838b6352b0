import { own } from "./own.js";
import type { Translation } from "./strings.js";

/** The packs of texts by their language, each with its SHA-256 in base64. English is not among them. */
declare const __LANGUAGES__: Record<string, string>;

/** A file beside the script. */
export interface TextsFile {
  language: string;
  file: string;
  integrity: string;
}

/** What following the visitor's language needs of the widget around it. */
export interface TranslatorHost {
  readonly mount: {
    readonly preferred: readonly string[];
    translation: Translation | undefined;
  };
  loadTexts(file: TextsFile): Promise<{ default: Translation }>;
}

/** Has the texts shown in the language that is wanted now. */
export class Translator {
  readonly #host: TranslatorHost;
  #asked = ""; // what was preferred when the language was chosen last
  #chosen = "en";

  constructor(host: TranslatorHost) {
    this.#host = host;
  }

  /** Resolves when the texts are there. */
  async follow(): Promise<void> {
    const { mount } = this.#host;
    const asked = mount.preferred.join();
    if (asked === this.#asked) return;
    this.#asked = asked;
    const language = chosen(mount.preferred);
    if (language === this.#chosen) return;
    this.#chosen = language;
    const texts = language === "en" ? undefined : await this.#load(language);
    if (language === this.#chosen) mount.translation = texts;
  }

  /** English stands where a pack cannot be loaded; the browser has logged why. */
  async #load(language: string): Promise<Translation | undefined> {
    const hash = own(__LANGUAGES__, language) ?? "";
    const hex = Array.from(atob(hash).slice(0, 6), (byte) =>
      byte.charCodeAt(0).toString(16).padStart(2, "0"),
    );
    const file = { language, file: `texts-${language}.${hex.join("")}.js`, integrity: `sha256-${hash}` };
    return this.#host.loadTexts(file).then(
      (loaded) => loaded.default,
      () => undefined,
    );
  }
}

/** The language of ours that suits these best: the first that has one in its script. */
export function chosen(preferred: readonly string[], ours = ["en", ...Object.keys(__LANGUAGES__)]): string {
  for (const tag of preferred) {
    const found = ours.find((language) => written(language) === written(tag));
    if (found) return found;
  }
  return "en";
}

/** A language in its script: Hant for Taiwan's Chinese, Latn for Portuguese of any country. */
function written(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}
