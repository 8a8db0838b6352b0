export default {
  title: "Our community",
  url: "https://community.example",
  baseUrl: "/",
  presets: [["classic", { docs: false, blog: false }]],
  // Here, as a script in a page does not run for those who come from another page.
  scripts: [{ src: "/fedi-signup/fedi-signup.js", type: "module" }],
};
