#!/usr/bin/env bash
# Installs the TinyGo compiler where its releases cannot be downloaded, from
# packages alone: TinyGo's Go module, Debian's LLVM and Debian's wasi-libc.
#
#   wasm/tinygo.sh            installs it, unless it is there
#   wasm/tinygo.sh --where    fails where it is not there
#
# Both print its path: ~/.cache/fedi-signup/tinygo/bin/tinygo.
# Needs Go, and Debian 12 or newer as root, some 2 GB of disk and three minutes.
# Elsewhere, install a release: https://tinygo.org/getting-started/install/
set -euo pipefail

readonly version=v0.42.0
readonly dir=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/fedi-signup/tinygo
readonly llvm=/usr/lib/llvm-19

if [[ -x $dir/bin/tinygo && -f $dir/targets/wasm-debian.json ]]; then
  echo "$dir/bin/tinygo"
  exit 0
fi
[[ ${1:-} != --where ]] || exit 1

say() { printf 'tinygo: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 1
}

command -v go >/dev/null || die "Go is missing: https://go.dev/dl/"
{ command -v apt-get >/dev/null && [[ $(id -u) == 0 ]]; } || die "this needs Debian, and root.
  Elsewhere, install a release: https://tinygo.org/getting-started/install/"

say "Debian packages"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >&2
apt-get install -y -qq --no-install-recommends gcc g++ \
  llvm-19-dev libclang-19-dev clang-19 lld-19 libclang-rt-19-dev-wasm32 wasi-libc zlib1g-dev libzstd-dev binaryen >&2

say "source of $version"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch" "$dir.new"' EXIT
source=$(cd "$scratch" && go mod init scratch >/dev/null 2>&1 &&
  go mod download -json "github.com/tinygo-org/tinygo@$version" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
[[ -d $source ]] || die "the module of TinyGo $version cannot be had"
rm -rf "$dir.new"
mkdir -p "$(dirname "$dir")"
cp -r "$source" "$dir.new"
chmod -R u+w "$dir.new"
mkdir -p "$dir.new/src/net" # a submodule, which the module lacks; nothing here imports package net

say "building, some two minutes"
(
  cd "$dir.new"
  # It writes to boards over serial lines, which nothing here has; the version
  # that TinyGo names is not in every module proxy.
  go mod edit -require=tinygo.org/x/espflasher@v0.7.1
  GOFLAGS=-mod=mod go build -tags llvm19 -o bin/tinygo .
)

# TinyGo's own target compiles wasi-libc and compiler-rt, which are submodules
# as well. This one is the same but for linking what Debian built of them.
cat >"$dir.new/targets/wasm-debian.json" <<JSON
{
  "llvm-target": "wasm32-unknown-wasi",
  "cpu": "generic",
  "features": "+bulk-memory,+mutable-globals,+nontrapping-fptoint,+sign-ext,-multivalue,-reference-types",
  "build-tags": ["tinygo.wasm"],
  "goos": "js",
  "goarch": "wasm",
  "linker": "wasm-ld",
  "gc": "precise",
  "scheduler": "asyncify",
  "default-stack-size": 65536,
  "cflags": ["-mbulk-memory", "-mnontrapping-fptoint", "-mno-multivalue", "-mno-reference-types", "-msign-ext", "-I/usr/include/wasm32-wasi"],
  "ldflags": [
    "--allow-undefined-file={root}/targets/wasm-undefined.txt",
    "--stack-first",
    "--no-demangle",
    "/usr/lib/wasm32-wasi/libc.a",
    "$llvm/lib/clang/19/lib/wasi/libclang_rt.builtins-wasm32.a"
  ],
  "extra-files": ["src/runtime/asm_tinygowasm.S"],
  "emulator": "node {root}/targets/wasm_exec_node.js {}"
}
JSON

rm -rf "$dir"
mv "$dir.new" "$dir"
"$dir/bin/tinygo" version >&2
echo "$dir/bin/tinygo"
