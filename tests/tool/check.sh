# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts beside it, which are run as SCRIPT HENG SOURCE: the command and the source
# tree. run COMMAND… keeps what a command did in $status, $out and $err; the checks look at them.
set -uo pipefail
heng=$1 source=$2
facts=$source/examples/guangzhou-2023/facts.json
id=guangzhou-department-2023
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failures=0

run() {
    ran=$*
    "$@" >out 2>err
    status=$?
    out=$(<out) err=$(<err)
}

fail() {
    echo "not so: $1" >&2
    echo "  ran: $ran" >&2
    sed 's/^/  out: /' out | head -5 >&2
    sed 's/^/  err: /' err | head -5 >&2
    failures=$((failures + 1))
}

exits() { [ "$status" = "$1" ] || fail "exit status $1 (it is $status)"; }
out_has() { grep -qF -- "$1" out || fail "stdout has: $1"; }
err_has() { grep -qF -- "$1" err || fail "stderr has: $1"; }
out_like() { grep -qE -- "$1" out || fail "stdout is like: $1"; }
err_like() { grep -qE -- "$1" err || fail "stderr is like: $1"; }
out_is() { [ "$out" = "$1" ] || fail "stdout is: $1"; }
no_out() { [ ! -s out ] || fail "stdout is empty"; }
no_err() { [ ! -s err ] || fail "stderr is empty"; }

# works COMMAND…: status 0, nothing on stderr
works() {
    run "$@"
    exits 0
    no_err
}

# refused STATUS COMMAND…: that status, and nothing on stdout
refused() {
    local expected=$1
    shift
    run "$@"
    exits "$expected"
    no_out
}

finish() {
    [ "$failures" = 0 ] || { echo "$failures checks failed" >&2; exit 1; }
}
