// A page of Vue's.
import { defineComponent, h, onMounted, ref } from "vue";

export const Page = defineComponent({
  props: ["text", "attributes", "loads"],
  setup(props) {
    const count = ref(0);
    onMounted(() => props.loads && import(props.loads));
    const press = () => {
      count.value += 1;
    };
    return () =>
      h("div", [
        h("button", { type: "button", onClick: press }, `Pressed: ${count.value}`),
        h(
          "fedi-signup",
          { server: "tidepool.example", ...props.attributes },
          props.text ? `Join us, ${count.value}` : [h("a", { href: "https://tidepool.example/" }, "Join")],
        ),
      ]);
  },
});
