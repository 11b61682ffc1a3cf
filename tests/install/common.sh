# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts beside it: their arguments, an empty working directory, one check.
source=$1 prefix=$2 work=${3:-$2}
: "${CC:=cc}" "${CXX:=c++}" "${CFLAGS:=}" "${CXXFLAGS:=}"
rm -rf "$work"
mkdir -p "$work"

# check_eval PROGRAM: it evaluates an expression and explains it
check_eval() {
    local printed
    printed=$("$1" 'spent / budget' '{"spent": 171, "budget": 287}')
    diff - <(echo "$printed") <<'END'
0.5958188153310104529616724738675958
{"type":"number","value":"0.5958188153310104529616724738675958","exact":"171/287","tree":{"text":"spent / budget","kind":"operation","type":"number","value":"0.5958188153310104529616724738675958","exact":"171/287","parts":[{"text":"spent","kind":"input","type":"number","value":"171"},{"text":"budget","kind":"input","type":"number","value":"287"}]}}
spent / budget = 0.5958188153… (171/287)
├ spent = 171
└ budget = 287
END
    ! "$1" 'spent /' 2>/dev/null
}

# check_total PROGRAM: it scores the Guangzhou facts and prints the report's own total
check_total() {
    local printed
    printed=$("$1" "$source/examples/guangzhou-2023/facts.json")
    grep -q '94\.25' <<<"$printed" || {
        echo "$1 does not print the total 94.25:" >&2
        echo "$printed" >&2
        return 1
    }
}
