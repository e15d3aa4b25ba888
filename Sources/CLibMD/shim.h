// The one door to libmd: SHA-256 of the corpus' files.
#include <sys/types.h>
#include <sha2.h>
