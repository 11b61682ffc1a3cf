/* SPDX-License-Identifier: Apache-2.0
 *
 * heng.h is included first and alone, twice, and in C99 without extensions.
 */
#include <heng.h>
#include <heng.h>

int main(void) {
    return heng_version_number() > 0 ? 0 : 1;
}
