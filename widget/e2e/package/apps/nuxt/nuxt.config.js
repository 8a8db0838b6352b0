export default {
  // Else Vue looks for a component of that name, and warns.
  vue: { compilerOptions: { isCustomElement: (tag) => tag === "fedi-signup" } },
  experimental: { appManifest: false }, // asked for when all else is done, and the test over
  telemetry: false,
};
