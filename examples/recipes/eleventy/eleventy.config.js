export default (config) => {
  config.addPassthroughCopy("fedi-signup");
  config.ignores.add("fedi-signup"); // else its snippet becomes a page
};
