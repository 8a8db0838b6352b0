import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

// Else Vue looks for a component of that name, and warns.
const isCustomElement = (tag) => tag === "fedi-signup";

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
});
