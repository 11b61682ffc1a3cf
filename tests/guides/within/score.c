/* SPDX-License-Identifier: Apache-2.0  The lines of C in README.md stand inside this. */
#include <heng.h>

#include <stdio.h>
#include <string.h>

int main(void) {
    static char json[1 << 16];
    size_t length;
    FILE *file = fopen("examples/guangzhou-2023/facts.json", "rb");
    if (file == NULL) {
        return 1;
    }
    length = fread(json, 1, sizeof json, file);
    fclose(file);
    {
        /* HERE */
        return error == NULL && strcmp(heng_sheet_total(sheet), "94.25") == 0 ? 0 : 1;
    }
}
