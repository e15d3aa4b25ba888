/// How grave a diagnostic is.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Worth knowing; nothing is wrong with the reading.
    case note
    /// Something in the text is odd; the reading stands.
    case warning
    /// Something could not be read, or what was read cannot be right.
    case error

    /// From note to error.
    public static func < (a: Severity, b: Severity) -> Bool { a.order < b.order }

    private var order: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// One thing noticed in a text, said to a drafter: what is wrong, where, what was assumed, what to do.
public struct Diagnostic: Sendable, Hashable {
    /// Which kind; stable.
    public let id: DiagnosticID
    /// Where in the text.
    public let span: ByteSpan
    /// What is wrong, in one sentence, without position.
    public let message: String
    /// The provision it lies in, where it lies in one.
    public var provision: EId?
    /// How grave it is: that of its kind.
    public var severity: Severity { id.severity }

    /// Makes a diagnostic.
    public init(_ id: DiagnosticID, _ span: ByteSpan, _ message: String, provision: EId? = nil) {
        self.id = id
        self.span = span
        self.message = message
        self.provision = provision
    }
}
