#include "CLexicon.h"

alignas(8) static const unsigned char bytes[] = {
#embed "lexicon.bin"
};

const void *lexicon_bytes(void) { return bytes; }

size_t lexicon_length(void) { return sizeof bytes; }
