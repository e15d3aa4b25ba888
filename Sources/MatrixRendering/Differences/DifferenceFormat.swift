import ComparisonMatrix
import RegulationModel

/// Formats of what differs between two texts.
public enum DifferenceFormat: String, Sendable, CaseIterable {
    /// For a terminal.
    case terminal
    /// One self-contained page.
    case html
    /// GitHub-flavoured Markdown.
    case markdown
    /// The JSON contract.
    case json
}

/// How differences are laid out.
public struct DifferenceLayout: Sendable {
    /// How the two texts stand.
    public enum View: String, Sendable, CaseIterable {
        /// Beside each other: two columns, a table.
        case columns
        /// As one text with marks: lines, a list.
        case inline
    }

    /// How the texts stand; nil for what fits: columns in tables and on wide terminals. Pages always have columns.
    public var view: View?
    /// Columns of the terminal.
    public var width: Int
    /// True where the terminal shows colour; marks are there with it and without it.
    public var hasColour: Bool
    /// True where units that do not differ are left out.
    public var showsChangesOnly: Bool
    /// Language of the labels on a terminal; pages and Markdown have both.
    public var labels: Language

    /// A layout; 80 columns without colour, everything shown, English labels.
    public init(
        view: View? = nil, width: Int = 80, hasColour: Bool = false, showsChangesOnly: Bool = false,
        labels: Language = .english
    ) {
        self.view = view
        self.width = width
        self.hasColour = hasColour
        self.showsChangesOnly = showsChangesOnly
        self.labels = labels
    }
}

/// What differs between two texts in a format. The summary counts everything, also where only changes are shown.
public func render(
    _ differences: ActDifferences, as format: DifferenceFormat, layout: DifferenceLayout = DifferenceLayout()
) -> String {
    switch format {
    case .terminal: DifferenceTerminal(differences: differences, layout: layout).text
    case .html:
        DifferencePage(
            differences: differences, showsChangesOnly: layout.showsChangesOnly,
            links: .alone([differences.base, differences.other])
        ).text
    case .markdown: DifferenceMarkdown(differences: differences, layout: layout).text
    case .json: DifferenceJSON.text(layout.showsChangesOnly ? differences.changesOnly : differences)
    }
}
