import ProvisionAlignment
import RegulationModel

/// The decisions that hold, in the order of their files, and what is wrong with others.
///
/// They are applied after each alignment, to the one pair they name, from whichever side it is asked for. They do not
/// change what the alignment finds for other pairs.
public struct Overrides: Sendable {
    /// The decisions that hold.
    public let decisions: [Override]
    /// Entries that cannot be used, decisions whose provision is gone, and contradictions.
    public let problems: [CorpusProblem]

    /// No decision.
    public static let none = Overrides(decisions: [], problems: [])

    private init(decisions: [Override], problems: [CorpusProblem]) {
        self.decisions = decisions
        self.problems = problems
    }

    /// Checks decisions against the documents and against each other. Of two that contradict each other the one of the
    /// later date holds, of the same date the one that stands later.
    public init(_ decisions: [Override], documents: [Regulation]) {
        let texts = Dictionary(documents.map { ($0.id, $0) }) { first, _ in first }
        var problems: [CorpusProblem] = []
        var kept: [Override] = []
        for decision in decisions {
            if let problem = Self.problem(decision, texts) { problems.append(problem) } else { kept.append(decision) }
        }
        var held: [Override] = []
        for decision in kept.enumerated().sorted(by: { Self.isBefore($0, $1) }).map(\.element) {
            problems += held.filter { $0.contradicts(decision) }.map { Self.contradiction($0, decision) }
            held.removeAll { $0.contradicts(decision) }
            held.append(decision)
        }
        self.decisions = held
        self.problems = problems
    }

    /// Reads all `.yaml` files of a folder in the order of their names; a folder that is not there holds no decision.
    public static func read(folder: String, documents: [Regulation]) throws -> Overrides {
        guard TextFile.isFolder(folder) else { return .none }
        let names = try TextFile.names(in: folder).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
        return try read(files: names.map { folder + "/" + $0 }, documents: documents)
    }

    /// Reads files of decisions; throws where one cannot be read or is no YAML.
    public static func read(files: [String], documents: [Regulation]) throws -> Overrides {
        let read = try files.map { try OverrideFile(try TextFile.read($0), path: $0) }
        let checked = Overrides(read.flatMap(\.overrides), documents: documents)
        return Overrides(decisions: checked.decisions, problems: read.flatMap(\.problems) + checked.problems)
    }

    /// A file of these decisions; reading it gives them back.
    public var text: String { OverrideFile.text(decisions) }

    /// The decisions on these documents alone.
    func about(_ ids: Set<String>) -> Overrides {
        Overrides(
            decisions: decisions.filter { ids.contains($0.base.document) && ids.contains($0.other.document) },
            problems: [])
    }

    /// These decisions and others, which outrank them.
    func adding(_ later: Overrides) -> Overrides {
        let earlier = decisions.filter { decision in !later.decisions.contains { $0.contradicts(decision) } }
        return Overrides(decisions: earlier + later.decisions, problems: [])
    }

    /// The pairs of provisions of two documents on which there is a decision.
    func decidedPairs(_ base: String, _ other: String) -> Set<[EId]> {
        Set(decisions(base, other).map { [$0.base.provision, $0.other.provision] })
    }

    /// The decisions on two documents, seen from the base.
    func decisions(_ base: String, _ other: String) -> [Override] {
        decisions.compactMap { decision in
            switch (decision.base.document, decision.other.document) {
            case (base, other): decision
            case (other, base): decision.mirrored
            default: nil
            }
        }
    }
}

// MARK: - Checking

extension Overrides {
    private static func isBefore(
        _ a: (offset: Int, element: Override), _ b: (offset: Int, element: Override)
    ) -> Bool {
        (a.element.decision.date, a.offset) < (b.element.decision.date, b.offset)
    }

    private static func problem(_ override: Override, _ texts: [String: Regulation]) -> CorpusProblem? {
        func problem(_ kind: CorpusProblem.Kind, _ message: String) -> CorpusProblem {
            CorpusProblem(kind: kind, file: override.file, line: override.line, message: message)
        }
        var levels: [Level] = []
        for place in [override.base, override.other] {
            guard let text = texts[place.document] else {
                return problem(.overrideGone, "there is no document “\(place.document)”; the decision rests")
            }
            guard let provision = text.provision(at: place.provision) else {
                return problem(
                    .overrideGone,
                    "“\(place.document)” has no provision \(place.provision); the decision rests until it is mended")
            }
            levels.append(provision.level == .section ? .article : provision.level)
        }
        guard levels[0] == levels[1], [.article, .paragraph, .point].contains(levels[0]) else {
            return problem(
                .overrideEntry,
                "\(override.base.provision) is of level \(levels[0].name), \(override.other.provision) of level "
                    + "\(levels[1].name); both must be articles, paragraphs or points")
        }
        return nil
    }

    private static func contradiction(_ lost: Override, _ held: Override) -> CorpusProblem {
        let pair =
            "\(held.base.document) \(held.base.provision) and \(held.other.document) \(held.other.provision)"
        return CorpusProblem(
            kind: .overrideContradiction, file: lost.file, line: lost.line,
            message:
                "two decisions on \(pair) contradict each other; this one rests, that of \(held.decision.author) on "
                + "\(held.decision.date.text) (\(held.file):\(held.line)) holds")
    }
}

extension Override {
    /// True where the two are on one pair and cannot both hold.
    fileprivate func contradicts(_ other: Override) -> Bool {
        guard pair == other.pair else { return false }
        return action.contradicts(base == other.base ? other.action : other.action.mirrored)
    }
}

// MARK: - Applying

extension Overrides {
    /// An alignment with the decisions on its two texts and its level. A link decided has the score 1; its reasons begin
    /// with who decided. Parting two articles parts what lies in them too, unless that was decided otherwise.
    func applied(to alignment: Alignment, base: Regulation, other: Regulation) -> Alignment {
        let all = decisions(alignment.base, alignment.other)
        let fitting = all.filter { $0.isApplicable(at: alignment.level) }
        var links = alignment.links.filter { link in
            !all.contains { $0.action == .unlink && $0.covers(link) }
        }
        for decision in fitting {
            let known = links.firstIndex(where: decision.names)
            let found = known.map { links[$0] } ?? alignment.links.first(where: decision.names)
            guard let made = decision.link(over: found) else { continue }
            if let known { links[known] = made } else { links.append(made) }
        }
        let parted = fitting.filter { $0.action == .unlink }.map {
            PartedPair(base: $0.base.provision, other: $0.other.provision, decision: $0.decision)
        }
        guard !fitting.isEmpty || links.count != alignment.links.count else { return alignment }
        let order = ReadingOrder(base: base, other: other)
        return Alignment(
            base: alignment.base, other: alignment.other, level: alignment.level,
            links: links.sorted { order.precedes(($0.base, $0.other), ($1.base, $1.other)) },
            parted: parted.sorted { order.precedes(($0.base, $0.other), ($1.base, $1.other)) })
    }
}

extension Override {
    /// True where the decision is about provisions of a level that is aligned.
    fileprivate func isApplicable(at level: Level) -> Bool {
        let depth =
            switch base.provision.text {
            case let text where text.contains("__point_"): Level.point
            case let text where text.contains("__para_"): Level.paragraph
            default: Level.article
            }
        return depth == level
    }

    /// True for a link of the two provisions or of two that lie in them.
    fileprivate func covers(_ link: Link) -> Bool {
        link.base.isInside(base.provision) && link.other.isInside(other.provision)
    }

    /// True for the link of the two provisions themselves.
    fileprivate func names(_ link: Link) -> Bool { link.base == base.provision && link.other == other.provision }

    /// The link as decided, over what was found; nil for a pair that was parted.
    fileprivate func link(over found: Link?) -> Link? {
        let strength: LinkStrength
        let relation: Relation?
        switch action {
        case .link(let decided, let given): (strength, relation) = (decided, given)
        case .relation(let given): (strength, relation) = (found?.strength ?? .main, given)
        case .unlink: return nil
        }
        let computed = (found?.reasons ?? []).filter { !$0.hasPrefix("decided by ") }
        return Link(
            base: base.provision, other: other.provision, strength: strength,
            relation: relation ?? found?.relation ?? .changed, score: 1, reasons: [decision.text] + computed,
            origin: .decided(decision))
    }
}

/// The order in which provisions stand in two texts.
private struct ReadingOrder {
    let base: Regulation
    let other: Regulation

    func precedes(_ a: (EId, EId), _ b: (EId, EId)) -> Bool {
        key(a).lexicographicallyPrecedes(key(b))
    }

    private func key(_ pair: (EId, EId)) -> [Int] {
        [base.provision(at: pair.0), other.provision(at: pair.1)].flatMap { provision in
            [provision?.span.start ?? .max, -(provision?.span.end ?? 0)]
        }
    }
}
