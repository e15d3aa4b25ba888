/// A file as it is given to a reader.
struct SourceFile {
    let bytes: [UInt8]
    /// The name as the user gave it, or `-`.
    let name: String
    var options = ReadingOptions()
    /// Label of the encoding by a message's header, where the file came in a message.
    var declaredEncoding: String?

    /// The ending of the name in small letters, without the full stop; empty where there is none.
    var ending: String {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
        guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")), slash > dot else {
            return name[name.index(after: dot)...].lowercased()
        }
        let last = name.split(separator: "/").last ?? ""
        return last.lastIndex(of: ".").map { last[last.index(after: $0)...].lowercased() } ?? ""
    }
}
