// SPDX-License-Identifier: Apache-2.0
// The lines of C++ in README.md stand inside this; they begin with their #include lines.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
// HERE
