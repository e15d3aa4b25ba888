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
        let last = name.split(separator: "/").last ?? ""
        guard let dot = last.lastIndex(of: ".") else { return "" }
        return last[last.index(after: dot)...].lowercased()
    }
}
