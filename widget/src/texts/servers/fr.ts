import type { ServerStrings } from "../../server-strings.js";

const texts: ServerStrings = {
  lang: "fr",

  title: "Choisissez un serveur",
  intro:
    "Votre compte sera sur le serveur que vous choisissez. De là, vous pourrez suivre des personnes sur tous les autres.",
  monthly: "{n} actifs ce mois-ci",
  weekly: "{n} actifs cette semaine",
  states: {
    loading: "Le serveur est interrogé\u00a0…",
    open: "Ouvert à tout le monde",
    approval: "Inscriptions examinées par l’équipe",
    invite: "Sur invitation seulement",
    closed: "N’accepte pas d’inscriptions",
    elsewhere: "Inscription sur sa propre page",
    failed: "Ne répond pas",
    unnamed: "Pas un nom de serveur",
  },
  back: "Choisir un autre serveur",
  returned:
    "Si un courriel de {server} vous a mené ici, votre adresse y est confirmée : connectez-vous à ce serveur.",

  search: "Rechercher, ou saisir le nom d’un serveur",
  go: "Continuer avec {server}",
  badName: "Ce n’est pas un nom de serveur. Un tel nom ressemble à example.social.",
  filters: "Filtres",
  any: "Indifférent",
  language: "Langue",
  category: "Thème",
  region: "Région",
  ownership: "Géré par",
  organisation: "Une organisation",
  person: "Une personne",
  registrations: "Inscriptions",
  sort: "Trier par",
  suggested: "Suggestions",
  active: "Activité",
  name: "Nom",
  regions: {
    europe: "Europe",
    north_america: "Amérique du Nord",
    south_america: "Amérique du Sud",
    africa: "Afrique",
    asia: "Asie",
    oceania: "Océanie",
  },
  categories: {
    general: "Généraliste",
    regional: "Régional",
    art: "Art",
    music: "Musique",
    journalism: "Journalisme",
    activism: "Militantisme",
    lgbt: "LGBTQ+",
    games: "Jeux",
    tech: "Technologie",
    academia: "Recherche",
    furry: "Furry",
    food: "Cuisine",
  },
  found: "Serveurs trouvés : {n}",
  none: "Aucun serveur ne correspond. Essayez avec moins de filtres.",
  more: "Afficher plus de serveurs",
  source: "Cette liste vient de {host}.",
  listLoading: "Chargement de la liste des serveurs\u00a0…",
  listFailed:
    "La liste des serveurs n’a pas pu être chargée. Vous pouvez quand même saisir le nom d’un serveur.",
};

export default texts;
