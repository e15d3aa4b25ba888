/// How a file is read, where its bytes alone do not decide it.
public struct ReadingOptions: Sendable {
    /// Name of the encoding (`UTF-8`, `GB18030`, `Big5` …; see `TextEncoding`), over what the file declares; nil to find
    /// it out.
    public var encoding: String?
    /// What a file may demand of the machine.
    public var limits = ReadingLimits()

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

    /// Usual limits.
    public init() {}
}
