interface Named {
  name: string;
  description?: string;
}

export interface Declaration {
  attributes: Named[];
  members: Named[];
  events: Named[];
  cssParts: Named[];
  cssProperties: Named[];
  cssStates: Named[];
}

export function manifest(): { modules: { declarations?: Declaration[] }[] };

export function documented(readme: string): string;
