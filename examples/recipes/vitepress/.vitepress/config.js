export default {
  // Here, as a script in a page breaks the build. With a base, write that before it.
  head: [["script", { type: "module", src: "/fedi-signup/fedi-signup.js" }]],
  // Else the built page has an empty comment in place of the tag, and no link.
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "fedi-signup" } } },
};
