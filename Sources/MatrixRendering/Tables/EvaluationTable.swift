import ProvisionAlignment

/// The figures of an evaluation for a terminal: one block for each kind, a row for each pair of texts, the engine's
/// figures, then the baselines' beside them.
struct EvaluationTable {
    let report: EvaluationReport

    var text: String {
        var blocks = EvaluationGroup.all.compactMap(block)
        if let parallel = report.parallel { blocks.append(statutes(parallel)) }
        if !report.unmeasured.isEmpty {
            let lines = report.unmeasured.map { "  \($0.name): \($0.reason)" }
            blocks.append((["Not measured"] + lines).map { TerminalText.line($0) + "\n" }.joined())
        }
        return (blocks + [legend].filter { !$0.isEmpty }).joined(separator: "\n")
    }

    // MARK: Links

    private func block(_ group: EvaluationGroup) -> String? {
        guard let pooled = report.pooled(group) else { return nil }
        let members = report.measured.filter { group.kinds.contains($0.kind) }
        let isRenumbered = group.kinds == [.renumbered]
        let columns = isRenumbered ? EvaluationColumn.renumbered : EvaluationColumn.links
        var rows = [row(pooled, "pooled, \(pooled.pairs) \(pooled.pairs == 1 ? "pair" : "pairs")", columns)]
        if let mainLinks = pooled.mainLinks {
            let cells = columns.map { column in column.source == .engine ? column.figure(mainLinks) : "" }
            rows.append(["  main links only"] + cells)
        }
        let isSum = group.kinds.count > 1
        guard !isSum || Set(members.map(\.kind)).count > 1 else { return nil }
        if !isSum { rows = members.map { row($0, Self.withoutKind($0.name), columns) } + rows }
        return Self.printed(title(group), EvaluationColumn.header(columns), rows)
    }

    private func row(_ links: MeasuredLinks, _ name: String, _ columns: [EvaluationColumn]) -> [String] {
        [name] + columns.map { column in column.source.evaluation(of: links).map(column.figure) ?? "–" }
    }

    /// `articles.a-b` as `a-b`: the title of the block says the rest.
    private static func withoutKind(_ name: String) -> String {
        let prefix = ["articles.", "points."].first { name.hasPrefix($0) } ?? ""
        return String(name.dropFirst(prefix.count))
    }

    private func title(_ group: EvaluationGroup) -> String {
        guard group.kinds.count == 1 else { return "All articles" }
        return switch group.kinds[0] {
        case .chinese: "Articles, Chinese–Chinese"
        case .bilingual: "Articles, Chinese–English"
        case .english: "Articles, English–English"
        case .points: "Points inside linked articles"
        case .renumbered: "Articles of an act and of its full revision"
        }
    }

    // MARK: Statutes

    private func statutes(_ measured: MeasuredStatutes) -> String {
        let rows = measured.methods.map { method in
            let counts = method.counts
            let shares = [counts.fromBase, counts.fromOther, counts.mutual].map { counts.share($0) }
            return [method.name] + shares.map(Figures.thousandths) + [String(counts.unlinked)]
        }
        let articles = measured.methods.first?.counts.articles ?? 0
        let choice = measured.heldOut ? ", all kept out of training" : ""
        let title = """
            Parallel statutes: \(measured.laws) of \(measured.collected)\(choice); \(articles) articles, \
            \(measured.unread) of them not read
            """
        let header = [["", "", "", "", ""], ["own counterpart found", "from zh", "from en", "from both", "no link"]]
        return Self.printed(title, header, rows)
    }

    // MARK: Layout

    /// A title, header lines, a rule and rows; the first column is set left, the others right.
    private static func printed(_ title: String, _ header: [[String]], _ rows: [[String]]) -> String {
        let lines = (header + rows).map { $0.map(TerminalText.line) }
        let widths = (lines.first ?? []).indices.map { column in
            lines.map { TerminalText.width($0[column]) }.max() ?? 0
        }
        func set(_ fields: [String]) -> String {
            let cells = zip(fields, widths).enumerated().map { place, cell in
                let space = String(repeating: " ", count: max(0, cell.1 - TerminalText.width(cell.0)))
                return place == 0 ? cell.0 + space : space + cell.0
            }
            return cells.joined(separator: "  ").trimmingTrailingSpaces + "\n"
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
        let head = lines.prefix(header.count).filter { $0.contains { !$0.isEmpty } }
        return title + "\n" + head.map(set).joined() + rule + lines.dropFirst(header.count).map(set).joined()
    }

    /// What the columns mean, as far as there are such columns.
    private var legend: String {
        let kinds = Set(report.measured.map(\.kind))
        let ofReaders = [
            "right: gold has the link as main or part; links counts borderline ones too, neither right nor wrong.",
            "rec. found ÷ wanted, of main links (main) and of main and part (all).",
            "F1: harmonic mean of prec. and rec. main links only: the links that the engine itself calls main.",
        ]
        let ofAll = [
            "prec. right ÷ (right + wrong).",
            "nearest: each provision of the base with its nearest neighbour by TF-IDF. mutual: nearest from both sides.",
        ]
        let ofPoints = ["points: nearest and mutual are told which articles are linked; the engine finds that itself."]
        let ofRevisions = [
            "revisions: over MAP and MAP_LOWSIM. new: links of articles listed as new; strict: prec. if these are wrong."
        ]
        let ofStatutes = [
            "statutes: share of the articles whose best-scored link is the article of the same number; nearest by TF-IDF."
        ]
        let lines =
            (kinds.isSubset(of: [.renumbered]) ? [] : ofReaders) + (kinds.isEmpty ? [] : ofAll)
            + (kinds.contains(.points) ? ofPoints : []) + (kinds.contains(.renumbered) ? ofRevisions : [])
            + (report.parallel == nil ? [] : ofStatutes)
        return lines.map { $0 + "\n" }.joined()
    }
}

/// A column of figures.
struct EvaluationColumn {
    /// Whose figures a column holds.
    enum Source: Equatable {
        case engine
        case baseline(Baseline)

        func evaluation(of links: MeasuredLinks) -> Evaluation? {
            switch self {
            case .engine: links.engine
            case .baseline(let baseline): links.baselines[baseline]
            }
        }

        fileprivate var name: String {
            switch self {
            case .engine: ""
            case .baseline(.nearest): "nearest"
            case .baseline(.mutual): "mutual"
            }
        }
    }

    let source: Source
    private let group: String
    private let title: String
    let figure: (Evaluation) -> String

    private init(_ source: Source, _ group: String, _ title: String, _ figure: @escaping (Evaluation) -> String) {
        self.source = source
        self.group = group
        self.title = title
        self.figure = figure
    }

    private static func share(
        _ source: Source, _ group: String, _ title: String, _ value: @escaping (Evaluation) -> Double
    ) -> EvaluationColumn {
        EvaluationColumn(source, group, title) { Figures.thousandths(value($0)) }
    }

    private static var counts: [EvaluationColumn] {
        [
            EvaluationColumn(.engine, "", "links") { String($0.predicted) },
            EvaluationColumn(.engine, "", "right") { String($0.right) },
            EvaluationColumn(.engine, "", "wrong") { String($0.wrong) },
            share(.engine, "", "prec.") { $0.precision },
        ]
    }

    /// Columns for links that readers made.
    static var links: [EvaluationColumn] {
        let baselines = Baseline.allCases.map(Source.baseline)
        return counts + [
            share(.engine, "rec.", "main") { $0.mainRecall }, share(.engine, "rec.", "all") { $0.allRecall },
            share(.engine, "F1", "main") { $0.mainF1 }, share(.engine, "F1", "all") { $0.allF1 },
        ]
            + baselines.flatMap { source in
                [
                    share(source, source.name, "F1main") { $0.mainF1 },
                    share(source, source.name, "F1all") { $0.allF1 },
                ]
            }
    }

    /// Columns for revisions.
    static var renumbered: [EvaluationColumn] {
        let baselines = Baseline.allCases.map(Source.baseline)
        return counts + [
            EvaluationColumn(.engine, "", "new") { String($0.skipped) },
            share(.engine, "", "strict") { $0.strictPrecision },
            share(.engine, "rec.", "MAP") { $0.mainRecall }, share(.engine, "rec.", "all") { $0.allRecall },
            share(.engine, "F1", "all") { $0.allF1 },
        ]
            + baselines.flatMap { source in
                [
                    share(source, source.name, "prec.") { $0.precision },
                    share(source, source.name, "rec.") { $0.allRecall },
                ]
            }
    }

    /// Two lines: groups, then titles.
    static func header(_ columns: [EvaluationColumn]) -> [[String]] {
        var groups = [""]
        for (place, column) in columns.enumerated() {
            groups.append(place > 0 && columns[place - 1].group == column.group ? "" : column.group)
        }
        return [groups, ["pair"] + columns.map(\.title)]
    }
}
