// The one door to libzip: archives made in memory.
#include <zip.h>
