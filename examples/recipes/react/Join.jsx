import "fedi-signup";

export function Join({ server, onConfirmed }) {
  return (
    <fedi-signup server={server} onfedi-signup-confirmed={({ detail }) => onConfirmed?.(detail.handle)}>
      <a href={`https://${server}/auth/sign_up`}>Join {server}</a>
    </fedi-signup>
  );
}
