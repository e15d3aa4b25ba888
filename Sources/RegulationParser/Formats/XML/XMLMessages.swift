import CLibXML2

/// Keeps libxml2 from writing to standard error: what it tells of no document, such as a failed conversion, goes through
/// no handler of a parser. What the program around has set for this thread is put back.
enum XMLMessages {
    static func silenced<Result>(_ body: () -> Result) -> Result {
        let handler = __xmlStructuredError().pointee
        let context = __xmlStructuredErrorContext().pointee
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        defer { xmlSetStructuredErrorFunc(context, handler) }
        return body()
    }
}
