import Duizhao

/// A result that is written piece by piece, to standard output or to a file that appears when it is whole.
struct OutputStream: Sendable {
    private var file: FileStream?

    init(to path: String?) throws { file = try path.map { try FileStream(to: $0) } }

    /// Adds bytes.
    func write(_ bytes: [UInt8]) throws {
        guard let file else { return try Terminal.out(bytes) }
        try file.append(bytes)
    }

    /// Adds text.
    func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Ends the result; a file appears in its place.
    mutating func finish() throws { try file?.finish() }

    /// Gives up; a file that stood there before is left as it was.
    mutating func discard() { file?.discard() }
}
