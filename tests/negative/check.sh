#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# check.sh SNIPPET COMPILER FLAGS...: the snippet does not compile, for the reason in its line
# "// expect: REGEX", and its twin (HENG_FIXED) does.
set -euo pipefail
snippet=$1
shift
expect=$(sed -n 's|^// expect: ||p' "$snippet")
[ -n "$expect" ] || { echo "$snippet has no line '// expect: REGEX'" >&2; exit 1; }

LC_ALL=C "$@" -fsyntax-only -DHENG_FIXED "$snippet" || {
    echo "the twin of $snippet does not compile" >&2
    exit 1
}
if errors=$(LC_ALL=C "$@" -fsyntax-only "$snippet" 2>&1); then
    echo "$snippet compiles" >&2
    exit 1
fi
grep -Eq -- "$expect" <<<"$errors" || {
    echo "$snippet does not compile, but not because of: $expect" >&2
    echo "$errors" >&2
    exit 1
}
