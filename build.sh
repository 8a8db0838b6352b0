#!/usr/bin/env bash
# The one entry for people and for CI. ./build.sh help lists the commands.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly root=$PWD
readonly work=$root/.build # everything made here but not shipped
readonly dist=$root/widget/dist

# The stack of each goroutine of TinyGo's core, in KiB. Measured by ./build.sh
# bench, the deepest way needs 12.2 kB, whatever a server sends: reading JSON
# does not recurse. With 10 the core dies, with 12 it just lives. This is five
# times the need; the bench fails below three times. The system's stack is the
# linker's 64 KiB, of which half a KiB is used: what JavaScript calls runs in
# goroutines too.
readonly stack=64
export WRANGLER_SEND_METRICS=false

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }
die() {
  printf 'build.sh: %s\n' "$*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

help() {
  cat <<'TEXT'
./build.sh COMMAND

  demo      build, then serve a site with the widget beside a simulated server
  build     make widget/dist: the widget's scripts and the core
  generate  make anew what is written once: the TypeScript types of the core from the
            Go ones, README's tables from the element's comments
  tinygo    install the TinyGo compiler from packages alone, on Debian as root
  edge      build the Cloudflare Worker and run it locally; with --build only build it
  test      vet, lint, Go, Go under Node, TypeScript; real Chromium, Firefox and WebKitGTK;
            what the screen reader Orca says in Firefox
  test all  the same, with every journey in Firefox, in a browser with windows and with
            the core of either compiler, with each fault at each call of the journey,
            with Orca in Chromium too, with a release, packed twice,
            and with the npm package in frameworks that are installed first
  heard     what the screen reader Orca says on the way through the widget in Firefox,
            held against what it said before; --update-snapshots writes that anew
  heard chromium
            the same in Chromium
  bench     speed of the Go packages; start-up time, memory and stack of the core
  bench edge
            the Worker against one of plain JavaScript, as ratios; with --targets it
            fails where one is missed
  bench page
            how soon the form can be used, against the shortest page that signs people
            up by masto.js, as ratios; with --targets it fails where one is missed
  release   pack what a release holds, into .build/release: the folder for a host,
            the npm package, a plugin for WordPress, licences, bills of materials,
            checksums. Give it the .tar.gz of the release before, so that the folder
            also has what browsers with that one's script may still ask for
  screenshots
            make anew the pictures of README and of the themes
  size      the sizes that visitors download, held against their budgets
  clean     remove everything that was built
  help      this text

Needs Go 1.26 and Node 20, or newer. With tinygo on the PATH, named by $TINYGO
($TINYGO_TARGET, default wasm), or installed by the command above, the core is
built with it: a quarter of the size. $CHROME names the browser for the tests.
TEXT
}

# ---- tools -------------------------------------------------------------------

# at_least WANTED HAVE compares dotted versions.
at_least() { [[ $(printf '%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]; }

need_go() {
  has go || die "Go is missing. Install Go 1.26 or newer: https://go.dev/dl/"
  local have
  have=$(go env GOVERSION) && have=${have#go}
  at_least 1.26 "${have%%[-+ ]*}" || die "Go $have is too old. Install Go 1.26 or newer: https://go.dev/dl/"
}

need_node() {
  { has node && has npm; } || die "Node.js with npm is missing. Install Node 20 or newer: https://nodejs.org/"
  local have
  have=$(node --version)
  at_least 20 "${have#v}" || die "Node $have is too old. Install Node 20 or newer: https://nodejs.org/"
}

# need_packages DIR installs a folder's npm packages when its lock file changed.
need_packages() {
  need_node
  [[ $1/node_modules/.package-lock.json -nt $1/package-lock.json ]] && return
  say "npm packages of ${1#"$root"/}"
  (cd "$1" && npm ci --no-audit --no-fund --loglevel=error)
  touch "$1/node_modules/.package-lock.json"
}

can_install() { has apt-get && [[ $(id -u) == 0 ]]; }

install_packaged() {
  DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# need_packaged PROGRAM PACKAGE WHY installs a Debian package where that can be done.
need_packaged() {
  has "$1" && return
  can_install || die "$1 is missing ($3). Install it, on Debian: apt-get install $2"
  say "$2 ($3)"
  install_packaged "$2"
}

# want_packaged PROGRAM WHY PACKAGE... is for what can be done without.
want_packaged() {
  if has "$1" || ! can_install; then return; fi
  say "${*:3} ($2)"
  install_packaged "${@:3}" || say "going on without ${*:3}"
}

need_chrome() {
  local candidate
  for candidate in "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if [[ -n $candidate ]] && has "$candidate"; then
      CHROME=$(command -v "$candidate")
      export CHROME
      return
    fi
  done
  [[ -z ${CHROME:-} ]] || die "\$CHROME names $CHROME, which is no program"
  can_install ||
    die "no Chrome or Chromium found. Install one, or name it with \$CHROME"
  need_packaged chromium chromium "the browser of the tests"
  CHROME=$(command -v chromium)
  export CHROME
}

# ---- build -------------------------------------------------------------------

# tinygo_path prints the TinyGo compiler to use; it fails where there is none.
tinygo_path() {
  if [[ -n ${TINYGO:-} ]]; then
    has "$TINYGO" || die "\$TINYGO names $TINYGO, which is no program"
    command -v "$TINYGO"
  else
    command -v tinygo || wasm/tinygo.sh --where
  fi
}

# tinygo_target COMPILER prints the target to build for: the one that the
# compiler installed by wasm/tinygo.sh has in addition, or the usual one.
tinygo_target() {
  if [[ -n ${TINYGO_TARGET:-} ]]; then
    echo "$TINYGO_TARGET"
  elif [[ -f $("$1" env TINYGOROOT)/targets/wasm-debian.json ]]; then
    echo wasm-debian
  else
    echo wasm
  fi
}

check_wasm_exec() {
  local own
  own=$(go env GOROOT)/lib/wasm/wasm_exec.js
  cmp -s wasm_exec.js "$own" || die "wasm_exec.js is not the one of $(go env GOVERSION): a core built now would not start.
  Take it over: cp '$own' wasm_exec.js"
}

# slim_safejs makes $work/core.mod, the go.mod that cores are built with: safejs in
# it takes its texts from wasm/fmt, not from the standard fmt, which it alone needs.
slim_safejs() {
  local module=github.com/hack-pad/safejs dir
  dir=$(go list -m -f '{{.Dir}}' "$module")
  rm -rf "$work/safejs"
  mkdir -p "$work"
  cp -r "$dir" "$work/safejs"
  chmod -R u+w "$work/safejs"
  find "$work/safejs" -name '*.go' -exec sed -i.old "s|^\([[:space:]]*\)\"fmt\"\$|\1\"$(go list -m)/wasm/fmt\"|" {} +
  { cat go.mod && echo "replace $module => ./${work#"$root/"}/safejs"; } >"$work/core.mod"
  cp go.sum "$work/core.sum"
  ! GOOS=js GOARCH=wasm go list -modfile="$work/core.mod" -deps ./wasm/browser | grep -qx fmt ||
    die "the core contains package fmt, which makes it a sixth larger: go list -deps ./wasm/browser"
}

# core_inputs prints a hash of all that the core and the opener are made from.
core_inputs() {
  {
    GOOS=js GOARCH=wasm go list -modfile="$work/core.mod" -tags tinygo -deps -f '{{if .Module}}{{if .Module.Main}}{{$d := .Dir}}{{range .GoFiles}}{{$d}}/{{.}}{{"\n"}}{{end}}{{end}}{{end}}' ./wasm/browser ./wasm/opener |
      sort | xargs cat
    cat go.sum build.sh
  } | node -e 'const h = require("crypto").createHash("sha256"); process.stdin.on("data", d => h.update(d)).on("end", () => console.log(h.digest("hex")))'
}

# core_licenses COMPILER TINYGOROOT prints the terms of what a core contains.
core_licenses() {
  local line name file
  line=$(printf '%072d' 0 | tr 0 -)
  {
    printf '%s\t%s\n' Go "$(go env GOROOT)/LICENSE"
    printf '%s\t%s/LICENSE\n' github.com/hack-pad/safejs "$(go list -m -f '{{.Dir}}' github.com/hack-pad/safejs)"
    [[ $1 == go ]] || printf '%s\t%s\n' TinyGo "$2/LICENSE" "wasi-libc" "$2/lib/wasi-libc/LICENSE" "wasi-libc" /usr/share/doc/wasi-libc/copyright
  } | while IFS=$'\t' read -r name file; do
    [[ ! -f $file ]] || printf '%s\n\n%s\n\n%s\n\n' "$name" "$(<"$file")" "$line"
  done
}

# by_tinygo OUT PACKAGE FLAGS... builds one program, for build_core. TinyGo runs
# wasm-opt itself, but once: from a second run a program comes 4 % smaller. The first
# kilobyte of memory is the far end of the system's stack, which is never reached.
by_tinygo() {
  local optimizer=${WASMOPT:-$tinygoroot/bin/wasm-opt}
  has "$optimizer" || optimizer=wasm-opt
  GOFLAGS=-modfile=$work/core.mod "$tinygo" build -target "$target" -no-debug -opt=z -panic=trap "${@:3}" -o "$1" "$2"
  "$optimizer" -Oz --converge --low-memory-unused --enable-bulk-memory --enable-mutable-globals --enable-nontrapping-float-to-int \
    --enable-sign-ext "$1" -o "$1"
}

# build_core COMPILER makes $work/core/COMPILER: core.wasm, wasm_exec.js, version
# and licenses.txt; by TinyGo opener.wasm as well. That takes a minute, so what is
# fresh is kept.
build_core() {
  local compiler=$1 out=$work/core/$1 version tinygo="" target="" tinygoroot inputs
  if [[ $compiler == tinygo ]]; then
    tinygo=$(tinygo_path)
    target=$(tinygo_target "$tinygo")
    version=$("$tinygo" version)
  else
    check_wasm_exec
    version=$(go version)
  fi
  slim_safejs
  inputs="$(core_inputs) $version $target"
  [[ -f $out/inputs && $(<"$out/inputs") == "$inputs" ]] && return
  say "core, with $version"
  mkdir -p "$out"
  rm -f "$out/inputs"
  if [[ $compiler == tinygo ]]; then
    tinygoroot=$("$tinygo" env TINYGOROOT)
    by_tinygo "$out/core.wasm" ./wasm/browser -stack-size "${stack}KB"
    by_tinygo "$out/opener.wasm" ./wasm/opener -buildmode=c-shared -scheduler=none -gc=leaking
    cp "$tinygoroot/targets/wasm_exec.js" "$out/wasm_exec.js"
  else
    # Without inlining the core is 7 % smaller compressed, and fast enough for a form.
    GOOS=js GOARCH=wasm go build -modfile="$work/core.mod" -trimpath -ldflags="-s -w" -gcflags=all=-l -o "$out/core.wasm" ./wasm/browser
    cp wasm_exec.js "$out/wasm_exec.js"
  fi
  core_licenses "$compiler" "${tinygoroot:-}" >"$out/licenses.txt"
  printf '%s' "$version" >"$out/version"
  printf '%s' "$inputs" >"$out/inputs"
}

# build_widget COMPILER DIR [--package] bundles the scripts around that core.
build_widget() {
  build_core "$1"
  node widget/build.mjs --compiler "$1" --core "$work/core/$1" --out "$2" "${@:3}"
}

# types_to DIR writes the TypeScript form of the Go types that cross. What stands
# behind a line in Go is put above it, where editors look for it.
types_to() {
  local config file
  mkdir -p "$work" "$1"
  config=$work/tygo.yaml
  sed "s|widget/src/core|$1|" widget/tygo.yaml >"$config"
  go tool tygo generate --config "$config"
  for file in "$1/types.ts" "$1/options.ts"; do
    sed -E 's|^( *)(.*;) // (.*)$|\1/** \3 */\n\1\2|; s|/\*\* (.*)\[([[:alpha:].]+)\](.*) \*/|/** \1\2\3 */|' "$file" >"$file.new"
    mv "$file.new" "$file"
  done
}

check_types() {
  local file
  types_to "$work/types"
  for file in types.ts options.ts; do
    cmp -s "$work/types/$file" "widget/src/core/$file" ||
      die "widget/src/core/$file is stale. Make it anew: ./build.sh generate"
  done
}

generate() {
  need_go
  need_packages widget
  types_to "$root/widget/src/core"
  node widget/manifest.mjs
}

compilers() {
  if tinygo_path >/dev/null; then echo tinygo go; else echo go; fi
}

build() {
  need_go
  need_packages widget
  check_types
  local all
  all=$(compilers)
  build_widget "${all%% *}" "$dist"
  node widget/shipped.mjs "$dist" >&2
}

# build_edge makes the Worker and installs what runs it locally.
build_edge() {
  need_packages wasm/edge
  say "Worker"
  go run github.com/syumai/workers/cmd/workers-assets-gen -mode=go -o wasm/edge/build
  go run ./wasm/edge -front >wasm/edge/build/front.mjs
  GOOS=js GOARCH=wasm go build -trimpath -ldflags="-s -w" -tags nethttpomithttp2 -o wasm/edge/build/app.wasm ./wasm/edge
}

# ---- commands ----------------------------------------------------------------

demo() {
  build
  go run ./examples/demo "$@"
}

install_tinygo() {
  need_go
  wasm/tinygo.sh >/dev/null
}

edge() {
  build
  build_edge
  [[ ${1:-} == --build ]] && return
  node wasm/edge/dev.mjs "$@"
}

passed=0 failed=()

# step NAME COMMAND... runs one part of the tests; a failed one does not stop the others.
step() {
  local name=$1 started=$SECONDS
  shift
  say "$name"
  if "$@"; then
    passed=$((passed + 1))
  else
    failed+=("$name")
    printf '\033[31m==> failed: %s\033[0m\n' "$name" >&2
  fi
  printf '    %s s\n' $((SECONDS - started)) >&2
}

formatted() {
  local files
  files=$(gofmt -l .ci examples pkg wasm 2>/dev/null)
  [[ -z $files ]] && return
  printf 'gofmt would change:\n%s\n' "$files"
  return 1
}

vet() {
  go vet ./... && GOOS=js GOARCH=wasm go vet ./pkg/... ./wasm/... && GOOS=js GOARCH=wasm go vet -tags tinygo ./wasm/opener
}

static_check() {
  local staticcheck=$work/staticcheck # built first: go tool would build it for js as well
  go build -o "$staticcheck" honnef.co/go/tools/cmd/staticcheck || return 1
  "$staticcheck" ./... && GOOS=js GOARCH=wasm "$staticcheck" ./pkg/jsbridge/ ./wasm/...
}

# go_native runs the tests with the race detector and holds the protocol and
# the flow to their coverage.
go_native() {
  local log=$work/go-test.log
  go test -race -cover ./... | tee "$log" || return 1
  awk '
    $1 == "ok" && $2 ~ /pkg\/(mastodon|signup)$/ {
      match($0, /coverage: [0-9.]+/); covered = substr($0, RSTART + 10, RLENGTH - 10)
      if (covered < 90) { print $2 " is covered to " covered " %, wanted are 90 %"; low = 1 }
      seen++
    }
    END { exit low || seen != 2 }' "$log"
}

# go_journeys shows what becomes of each kind of journey at each kind of server.
go_journeys() {
  local log=$work/journeys.log
  go test -v -run '^TestJourneys$' ./pkg/signup/ >"$log" || {
    cat "$log"
    return 1
  }
  sed -n '/^ *| software /,/^---/{/^---/!p}' "$log"
}

go_under_node() {
  GOOS=js GOARCH=wasm go test -exec="$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./pkg/mastodon/ ./pkg/signup/ ./pkg/jsbridge/ ./wasm/browser/
}

in_widget() { (cd widget && "$@"); }

# orca_lacks [BROWSER] prints the first program that is missing to hear a browser.
orca_lacks() {
  local program
  for program in orca Xvfb xdotool openbox dbus-run-session gsettings setpriv "$@"; do
    has "$program" || { echo "$program" && return; }
  done
}

# want_orca installs the screen reader and the desktop that it needs.
want_orca() {
  local program
  program=$(orca_lacks)
  [[ -z $program ]] || want_packaged "$program" "the screen reader" \
    orca at-spi2-core dbus-x11 xvfb xdotool openbox libglib2.0-bin gsettings-desktop-schemas
}

# step_heard BROWSER PROGRAM is a step of what Orca says in a browser.
step_heard() {
  local lacks
  lacks=$(orca_lacks "$2")
  if [[ -z $lacks ]]; then
    step "Orca with $1" in_widget npx playwright test --project="orca-${1,,}"
  else
    say "skipped: Orca with $1, because $lacks is missing"
  fi
}

# step_in ENGINE PROGRAM is a step of the journeys in an engine that may be missing.
step_in() {
  if has "$2"; then
    step "$1" in_widget npx playwright test --project="${1,,}"
  else
    say "skipped: $1, because $2 is missing"
  fi
}

test() {
  case ${1:-} in
    '') ;;
    all) export ALL_JOURNEYS=1 ;;
    *) die "test takes nothing, or 'all'" ;;
  esac
  need_go
  need_packages widget
  need_packages widget/test/ui/sheets
  need_packaged gcc gcc "Go's race detector needs it"
  want_packaged zip "releases are packed with it" zip
  need_chrome
  want_packaged chromium-headless-shell "half of the browser's tests take half the time in it" chromium-headless-shell
  want_packaged firefox-esr "another engine for the journeys" firefox-esr
  want_packaged WebKitWebDriver "another engine for the journeys" webkit2gtk-driver xvfb xauth
  want_orca
  check_types
  local compiler
  for compiler in $(compilers); do build_widget "$compiler" "$work/dist/$compiler"; done
  compiler=$(compilers)
  build_widget "${compiler%% *}" "$work/package" --package
  build
  build_edge

  export FAILED_TESTS=$work/failed-tests # of the browsers, to be told again at the end
  rm -f "$FAILED_TESTS"
  step "gofmt" formatted
  step "go vet" vet
  step "staticcheck" static_check
  step "go test, native, with the race detector" go_native
  step "software × version × journey" go_journeys
  step "go test, under Node" go_under_node
  step "TypeScript types" in_widget npm run --silent types
  step "TypeScript lint" in_widget npm run --silent lint
  step "Chromium" in_widget npx playwright test --project=ui --project='journeys-*' --project=package --project=scenes
  local firefox=firefox-esr
  has firefox-esr || firefox=firefox
  step_in Firefox "$firefox"
  step_in WebKitGTK WebKitWebDriver
  step_heard Firefox "$firefox"
  if [[ -n ${1:-} ]]; then step_heard Chromium "$CHROME"; fi
  step "sizes" node widget/size.mjs
  if [[ -n ${1:-} ]] && tinygo_path >/dev/null; then step "a release, twice" released_twice; fi

  [[ -s $FAILED_TESTS ]] && cat "$FAILED_TESTS"
  local name
  for name in "${failed[@]:+${failed[@]}}"; do printf 'failed: %s\n' "$name"; done
  printf '%d passed, %d failed\n' "$passed" "${#failed[@]}"
  ((${#failed[@]} == 0))
}

# released_twice packs a release two times, from nothing, into the same bytes.
released_twice() {
  local sums=$work/release-sums
  release && mv "$work"/release/*/SHA256SUMS "$sums" || return 1
  rm -f "$work/core/tinygo/inputs" # which builds the core anew
  release && cmp "$work"/release/*/SHA256SUMS "$sums"
}

# heard [chromium] lets one hear the widget: what Orca says on the way through it.
heard() {
  local browser=firefox
  if [[ ${1:-} == chromium ]]; then
    browser=chromium
    shift
  fi
  need_go
  need_packages widget
  if [[ $browser == chromium ]]; then
    need_chrome
  else
    want_packaged firefox-esr "the browser that is read" firefox-esr
  fi
  want_orca
  local lacks
  lacks=$(orca_lacks)
  [[ -z $lacks ]] || die "$lacks is missing. Install, on Debian: apt-get install orca at-spi2-core dbus-x11 xvfb xdotool openbox"
  local compiler
  compiler=$(compilers)
  compiler=${compiler%% *}
  build_widget "$compiler" "$work/dist/$compiler"
  in_widget npx playwright test --project="orca-$browser" "$@"
}

# bench_edge [--targets] measures the Worker against plain JavaScript.
bench_edge() {
  need_go
  [[ -d /proc/self ]] || die "it reads the CPU time of processes from /proc, which is Linux's"
  build_edge
  node wasm/edge/bench.mjs "$@"
}

# bench_page [--targets] [--runs N] measures a page against one with masto.js.
bench_page() {
  need_go
  need_chrome
  need_packages "$root/widget"
  local compiler
  for compiler in $(compilers); do build_widget "$compiler" "$work/dist/$compiler"; done
  node widget/bench/page.mjs "$@"
}

bench() {
  case ${1:-} in
  edge | page)
    "bench_$1" "${@:2}"
    return
    ;;
  esac
  build
  say "Go packages"
  go test -run '^$' -bench . -benchmem ./pkg/...
  say "core"
  local compiler
  for compiler in $(compilers); do
    build_core "$compiler"
    if [[ $compiler == tinygo ]]; then
      node widget/bench.mjs "$work/core/$compiler" $((stack * 1024))
    else
      node widget/bench.mjs "$work/core/$compiler"
    fi
  done
}

# release [TAR.GZ] packs the same bytes whenever it packs the same commit. TAR.GZ
# is the folder of the release before, whose files browsers may still ask for.
release() {
  need_go
  need_packages widget
  tinygo_path >/dev/null || die "a release needs TinyGo: ./build.sh tinygo, or https://tinygo.org"
  need_packaged zip zip "it packs the folder for a host"
  local version boms=$work/boms tag before=()
  if [[ -n ${1:-} ]]; then
    before=(--before "$1")
  elif git describe --tags --match 'v*' HEAD^ >/dev/null 2>&1; then
    say "without the release before: name its .tar.gz, whose files browsers may still ask for"
  fi
  version=$(node -p 'require("./widget/package.json").version')
  tag=$(git describe --exact-match --tags --match 'v*' 2>/dev/null) || tag=""
  [[ -z $tag || $tag == "v$version" ]] || die "the commit has the tag $tag, and widget/package.json the version $version"
  build_widget tinygo "$work/dist/tinygo"
  build_widget tinygo "$work/package" --package
  say "bills of materials"
  rm -rf "$boms"
  mkdir -p "$boms"
  GOBIN=$work go install github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
  GOOS=js GOARCH=wasm "$work/cyclonedx-gomod" app -json -noserial -notimestamp -std -licenses -main wasm/browser -output "$boms/core.cdx.json" .
  (cd widget && npm sbom --package-lock-only --omit dev --sbom-format cyclonedx >"$boms/scripts.cdx.json")
  say "archives"
  node widget/release.mjs --host "$work/dist/tinygo" --package "$work/package" --boms "$boms" \
    --out "$work/release/$version" --time "$(git log -1 --format=%ct)" ${before[@]:+"${before[@]}"}
  (cd "$work/release/$version" && ls -l)
}

screenshots() {
  need_go
  need_packages widget
  need_chrome
  local compiler
  compiler=$(compilers)
  compiler=${compiler%% *}
  build_widget "$compiler" "$work/dist/$compiler"
  in_widget npx playwright test --project=screenshots
  THEMES=$root/examples/themes in_widget npx playwright test --project=ui looks.spec.ts --grep pictures
}

size() {
  build
  build_edge
  local compiler
  for compiler in $(compilers); do build_core "$compiler"; done
  node widget/size.mjs
}

clean() { rm -rf "$work" "$dist" wasm/edge/build .wrangler widget/test-results widget/playwright-report; }

command=${1:-help}
case $command in
  build | demo | generate | edge | test | heard | bench | release | screenshots | size | clean | help) "$command" "${@:2}" ;;
  tinygo) install_tinygo ;;
  -h | --help) help ;;
  *)
    help >&2
    die "no command '$command'"
    ;;
esac
