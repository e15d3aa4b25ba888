/// The trained bilingual lexicon as it is mapped with the program; see Lexicon.md for its layout.
#ifndef CLEXICON_H
#define CLEXICON_H

#include <stddef.h>

/// The first byte, at an address divisible by 8; valid as long as the program runs.
const void *lexicon_bytes(void);

/// Number of bytes.
size_t lexicon_length(void);

#endif
