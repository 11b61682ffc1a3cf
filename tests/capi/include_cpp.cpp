// SPDX-License-Identifier: Apache-2.0
//
// heng.h in C++: included first and alone, twice; its names have C linkage.
#include <heng.h>

int main() {
    heng_rubric* rubric = nullptr;
    const bool missing = heng_rubric_builtin("", &rubric, nullptr) == HENG_NOT_FOUND;
    return missing && rubric == nullptr ? 0 : 1;
}
