interface Named {
  name: string;
}

export interface Declaration {
  attributes: Named[];
  members: Named[];
  events: Named[];
}

export function manifest(): { modules: { declarations?: Declaration[] }[] };
