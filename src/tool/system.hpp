// SPDX-License-Identifier: Apache-2.0
//
// What the command asks of the system beyond standard C++; system.cpp alone includes its headers.
//
//     prepare_streams();                                  // once, before anything is read
//     std::FILE* file = create_beside("draft.md", name);  // a new file that may take its place
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace heng::tool {

/// Makes a closed pipe a failed write, which ends the command when the files that it writes are
/// whole; and has standard input and output carry bytes as they are.
void prepare_streams();

/// True for the reason (an errno) of a write to a pipe that nobody reads any more, as in
/// `heng batch … | head`: nobody has to be told.
[[nodiscard]] bool is_closed_pipe(int reason);

/// The next byte, or EOF. Takes no lock: one thread reads.
[[nodiscard]] int read_byte(std::FILE* file);

/// Whether somebody sees standard error as it is written.
[[nodiscard]] bool is_watched();

/// In bytes; 0 where it is not known, as of a pipe.
[[nodiscard]] std::uint64_t size_of(std::FILE* file);

/// Whether the file is what standard output was redirected to.
[[nodiscard]] bool is_standard_output(const std::string& path);

/// Whether this process may write to the file, which exists; else the reason is in errno.
[[nodiscard]] bool may_write(const std::string& path);

/// A new file in the folder of `path`, under a name that nobody has, with the owner, the group and
/// the permissions of the file at `path`. Where they can't be given away, it has no rights that
/// somebody else would gain by that; where there is no such file, those of any new file. Null
/// where there can be none: the reason is in errno.
[[nodiscard]] std::FILE* create_beside(const std::string& path, std::string& name);

} // namespace heng::tool
