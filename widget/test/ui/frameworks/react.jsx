// A page of React's, version 18 and 19 alike.
import { useEffect, useState } from "react";

export function Page({ text = false, attributes = {}, loads = "" }) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (loads) import(loads);
  }, [loads]);
  const link = <a href="https://tidepool.example/">Join</a>;
  return (
    <div>
      <button type="button" onClick={() => setCount(count + 1)}>
        Pressed: {count}
      </button>
      <fedi-signup server="tidepool.example" {...attributes}>
        {text ? `Join us, ${count}` : link}
      </fedi-signup>
    </div>
  );
}
