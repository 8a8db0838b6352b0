import "fedi-signup";
