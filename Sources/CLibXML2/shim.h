// The one door to libxml2: writing XML, reading web pages.
//
// Where libxml2 was built with ICU its headers include ICU's, which clash with the ICU that Foundation brings: the two
// modules then define the same types and nothing compiles. No function used here speaks of ICU, so it is left out.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlwriter.h>
