// Every text that a visitor reads where a server is chosen, in English;
// src/texts/servers has the other languages. They are no part of src/strings.ts
// because few pages offer a choice. {names} stand for names and numbers.

export const serverTexts = {
  lang: "en", // of these texts

  title: "Choose a server",
  intro: "Your account will be on the server you choose. From there you can follow people on all the others.",
  monthly: "{n} active this month",
  weekly: "{n} active this week",
  states: {
    loading: "Asking the server\u00a0…",
    open: "Open to everyone",
    approval: "Staff review sign-ups",
    invite: "Invite only",
    closed: "Not accepting sign-ups",
    elsewhere: "Sign-up on its own page",
    failed: "Not answering",
    unnamed: "Not a server name",
  },
  back: "Choose another server",
  returned:
    "If an email from {server} brought you here, your address is confirmed there: log in to that server.",

  search: "Search, or enter a server name",
  go: "Continue with {server}",
  badName: "This isn't a server name. One looks like example.social.",
  filters: "Filters",
  any: "Any",
  language: "Language",
  category: "Topic",
  region: "Region",
  ownership: "Run by",
  organisation: "An organization",
  person: "One person",
  registrations: "Sign-ups",
  sort: "Sort by",
  suggested: "Suggested",
  active: "Most active",
  name: "Name",
  regions: {
    europe: "Europe",
    north_america: "North America",
    south_america: "South America",
    africa: "Africa",
    asia: "Asia",
    oceania: "Oceania",
  } as Record<string, string>,
  categories: {
    general: "General",
    regional: "Regional",
    art: "Art",
    music: "Music",
    journalism: "Journalism",
    activism: "Activism",
    lgbt: "LGBTQ+",
    games: "Gaming",
    tech: "Technology",
    academia: "Academia",
    furry: "Furry",
    food: "Food",
  } as Record<string, string>,
  found: "Servers found: {n}",
  none: "No server matches. Try fewer filters.",
  more: "Show more servers",
  source: "This list comes from {host}.",
  listLoading: "Loading the list of servers\u00a0…",
  listFailed: "The list of servers couldn't be loaded. You can still enter a server name.",
};

/** What is read where a server is chosen, in one language. */
export type ServerStrings = typeof serverTexts;
