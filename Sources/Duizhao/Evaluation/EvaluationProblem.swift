import RegulationModel

/// Something in a file of gold that cannot be measured by.
public struct EvaluationProblem: Sendable, Hashable {
    /// Stable kinds of problems.
    public enum Kind: String, Sendable, CaseIterable {
        /// A line is no link, or no article of a parallel statute.
        case line = "gold.line"
        /// Gold names a provision that its text does not hold.
        case address = "gold.address"
    }

    /// Which kind.
    public let kind: Kind
    /// The file it stands in.
    public let file: String
    /// Its line, from 1.
    public let line: Int
    /// What is wrong and what was done.
    public let message: String

    /// A line that cannot be read is an error; an address may be the parser's fault and is a warning.
    public var severity: Severity {
        switch kind {
        case .line: .error
        case .address: .warning
        }
    }

    /// `file:line:column: severity: message [id]`
    public var text: String { "\(file):\(line):1: \(severity.rawValue): \(message) [\(kind.rawValue)]" }
}
