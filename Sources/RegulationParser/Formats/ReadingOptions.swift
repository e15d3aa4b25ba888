/// How a file is read, where its bytes alone do not decide it.
public struct ReadingOptions: Sendable {
    /// Name of the encoding (`UTF-8`, `GB18030`, `Big5` …; see `TextEncoding`), over what the file declares; nil to find
    /// it out.
    public var encoding: String?
    /// What a file may demand of the machine.
    public var limits = ReadingLimits()
    /// Gives the text of a PDF as it is laid out, in UTF-8, a form feed behind each page; nil where no PDF can be read.
    /// The parser runs no program itself.
    public var pdfText: (@Sendable ([UInt8], ReadingLimits) -> Result<[UInt8], PDFFailure>)?

    /// Everything found out, usual limits.
    public init() {}
}

/// Limits against files made to exhaust the machine.
public struct ReadingLimits: Sendable {
    /// Largest text a file may become, in bytes: what an archive unpacks to, what a page decodes to.
    public var largestText = 256 * 1024 * 1024
    /// Largest web page, in bytes. The largest of 23 pages has 0.3 MB; one of this size is read in a few seconds.
    public var largestPage = 64 * 1024 * 1024
    /// Most elements of a web page: three million take 300 MB of memory while the page is read.
    public var mostElements = 3_000_000
    /// Deepest nesting of elements that is followed; deeper text is kept, its nesting is not.
    public var deepestNesting = 256
    /// Largest ratio of an archive's entry to its packed size.
    public var largestExpansion = 200
    /// Largest number of entries of an archive. A Word file has about 20, one with many pictures some hundreds.
    public var mostEntries = 10_000
    /// Largest size in bytes that the parts of an archive together may be unpacked to. The longest of 42 acts as the
    /// national database hands them out has 0.6 MB.
    public var largestPackage = 64 * 1024 * 1024

    /// Usual limits.
    public init() {}
}

/// Why the text of a PDF could not be had.
public struct PDFFailure: Error, Sendable, Hashable {
    /// What is wrong and what to do, in a sentence.
    public let message: String
    /// True where a limit was exceeded.
    public let isRefusal: Bool

    /// Makes a failure that says `message`.
    public init(_ message: String, isRefusal: Bool = false) {
        self.message = message
        self.isRefusal = isRefusal
    }
}
