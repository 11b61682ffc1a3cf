#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the linker made of the flags in cmake/HengHardening.cmake, read from the ELF files.

    elf.py LIBHENG_SO COMMAND PROBE

Of each: no segment is executable and writable, the stack is not executable, relocations are made
read-only before anything runs (GNU_RELRO with BIND_NOW, and no text relocations), functions check
their stack (__stack_chk_fail is imported), and on x86-64 the functions that are called from outside
begin with a place to land (endbr64). The programs are position-independent. What the library may
have no use for, the probe (hardened.cpp) has: a copy that knows the size of what it writes to
(__memcpy_chk is imported), and a large stack that is touched page by page.
Not looked for is the note that asks a kernel for CET: the linker leaves it out where a start file
of the C library has none, as Debian 12's. Exit status 1 where something was lost. Standard library
only.
"""
import struct
import sys

PT_LOAD, PT_DYNAMIC, PT_INTERP = 1, 2, 3
PT_GNU_STACK, PT_GNU_RELRO = 0x6474E551, 0x6474E552
PF_X, PF_W = 1, 2
DT_TEXTREL, DT_BIND_NOW, DT_FLAGS, DT_FLAGS_1 = 22, 24, 30, 0x6FFFFFFB
DF_BIND_NOW, DF_1_NOW, DF_1_PIE = 8, 1, 0x08000000
ET_DYN, EM_X86_64 = 3, 62
SHT_SYMTAB, SHT_DYNSYM = 2, 11
ENDBR64 = bytes.fromhex("f30f1efa")
PROBES = bytes.fromhex("48830c2400"), bytes.fromhex("48c7042400000000")  # of the stack: gcc, clang


class Elf:
    """A 64-bit file in this machine's order of bytes, as far as the test looks at it."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        assert self.bytes[:4] == b"\x7fELF" and self.bytes[4] == 2, f"{path} is no 64-bit ELF file"
        self.order = "<" if self.bytes[5] == 1 else ">"
        header = self.unpack("HHIQQQIHHHHHH", 16)
        self.type, self.machine = header[0], header[1]
        self.segments = [self.unpack("IIQQQQQQ", header[4] + i * header[8])
                         for i in range(header[9])]
        self.sections = [self.unpack("IIQQQQIIQQ", header[5] + i * header[10])
                         for i in range(header[11])]
        self.dynamic = dict(self.pairs())
        self.symbols = dict(self.symbols_of(SHT_DYNSYM))
        self.own_symbols = dict(self.symbols_of(SHT_SYMTAB))  # none where it was stripped

    def unpack(self, form, offset):
        return struct.unpack_from(self.order + form, self.bytes, offset)

    def segment(self, kind):
        return next((each for each in self.segments if each[0] == kind), None)

    def pairs(self):
        _, _, offset, _, _, size, _, _ = self.segment(PT_DYNAMIC)
        for at in range(offset, offset + size, 16):
            yield self.unpack("QQ", at)

    def offset_of(self, address):
        for kind, _, offset, begin, _, size, _, _ in self.segments:
            if kind == PT_LOAD and begin <= address < begin + size:
                return offset + address - begin
        raise ValueError(f"nothing stands at {address:#x}")

    def symbols_of(self, wanted):
        """Names and addresses, 0 for what is imported."""
        for _, kind, _, _, offset, size, link, _, _, each in self.sections:
            for at in range(offset, offset + size, each) if kind == wanted else ():
                name, _, _, section, value, _ = self.unpack("IBBHQQ", at)
                begin = self.sections[link][4] + name
                end = self.bytes.index(b"\0", begin)
                yield self.bytes[begin:end].decode(), value if section else 0


def imports(elf, test):
    return any(address == 0 and test(name) for name, address in elf.symbols.items())


def missing_of(elf, is_program, is_probe):
    flags, flags_1 = elf.dynamic.get(DT_FLAGS, 0), elf.dynamic.get(DT_FLAGS_1, 0)
    stack = elf.segment(PT_GNU_STACK)
    yield "position-independent code", elf.type == ET_DYN
    yield "the mark of a program that is so (PIE)", not is_program or flags_1 & DF_1_PIE
    yield "a stack that is not executable", stack is not None and not stack[1] & PF_X
    yield "segments that are writable or executable, not both", not any(
        kind == PT_LOAD and how & PF_W and how & PF_X for kind, how, *_ in elf.segments)
    yield "GNU_RELRO", elf.segment(PT_GNU_RELRO) is not None
    yield "BIND_NOW", DT_BIND_NOW in elf.dynamic or flags & DF_BIND_NOW or flags_1 & DF_1_NOW
    yield "no relocations of text", DT_TEXTREL not in elf.dynamic
    yield "__stack_chk_fail", imports(elf, lambda name: name.startswith("__stack_chk_fail"))
    yield "__memcpy_chk, of _FORTIFY_SOURCE", not is_probe or imports(
        elf, lambda name: name.startswith("__memcpy_chk"))
    if elf.machine == EM_X86_64:
        entries = [address for name, address in elf.symbols.items()
                   if name.startswith("heng_") and address]
        entries += [address for name, address in elf.own_symbols.items() if name == "main"]
        yield "the probing of a large stack", not is_probe or any(
            each in elf.bytes for each in PROBES)
        yield "endbr64 where functions are entered", all(
            elf.bytes[elf.offset_of(each):][:4] == ENDBR64 for each in entries)


def main():
    lost = 0
    for index, path in enumerate(sys.argv[1:]):
        elf = Elf(path)
        for what, there in missing_of(elf, index > 0, index == 2):
            if not there:
                print(f"{path} lacks {what}")
                lost += 1
        print(f"{path}: {len(elf.symbols)} symbols, {len(elf.segments)} segments")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
