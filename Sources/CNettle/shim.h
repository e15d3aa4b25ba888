// The one door to nettle: SHA-256 of what is read.
#include <nettle/sha2.h>
