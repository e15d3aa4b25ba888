/// What `duizhao evaluate` found: figures of the engine, and of the baselines beside it.
public struct EvaluationReport: Sendable {
    /// Each gold file and each renumber set, in the order given.
    public let measured: [MeasuredLinks]
    /// Parallel statutes; nil where none were given.
    public let parallel: MeasuredStatutes?
    /// What was given and could not be measured.
    public let unmeasured: [Unmeasured]

    /// Makes a report.
    public init(measured: [MeasuredLinks], parallel: MeasuredStatutes?, unmeasured: [Unmeasured]) {
        self.measured = measured
        self.parallel = parallel
        self.unmeasured = unmeasured
    }

    /// The links of all files of a group, pooled; nil where there is none.
    public func pooled(_ group: EvaluationGroup) -> MeasuredLinks? {
        let members = measured.filter { group.kinds.contains($0.kind) }
        guard !members.isEmpty else { return nil }
        return MeasuredLinks(pooling: members, name: group.name, kind: members[0].kind)
    }
}

/// What a measurement is about.
public enum MeasuredKind: String, Sendable, CaseIterable {
    /// Articles of two Chinese texts.
    case chinese = "zh-zh"
    /// Articles of a Chinese and an English text, either being the base.
    case bilingual = "zh-en"
    /// Articles of two English texts.
    case english = "en-en"
    /// Points inside linked articles, whatever the languages.
    case points
    /// Articles of an act and of its full revision.
    case renumbered
}

/// Kinds whose links are pooled.
public struct EvaluationGroup: Sendable {
    /// How it is called: `articles`, or the kind's own name.
    public let name: String
    /// The kinds it holds.
    public let kinds: [MeasuredKind]

    /// All articles with gold made by readers.
    public static let articles = EvaluationGroup(name: "articles", kinds: [.chinese, .bilingual, .english])

    /// One kind alone.
    public init(_ kind: MeasuredKind) { self.init(name: kind.rawValue, kinds: [kind]) }

    private init(name: String, kinds: [MeasuredKind]) {
        self.name = name
        self.kinds = kinds
    }

    /// All groups, in the order they are shown.
    public static let all = [
        EvaluationGroup(.chinese), EvaluationGroup(.bilingual), EvaluationGroup(.english), articles,
        EvaluationGroup(.points), EvaluationGroup(.renumbered),
    ]
}

/// Links of two texts measured, by the engine and by the baselines.
public struct MeasuredLinks: Sendable {
    /// Gold file or folder without its place: `articles.jilin-jiangsu`.
    public let name: String
    /// What it is about.
    public let kind: MeasuredKind
    /// How many pairs of texts the figures are about.
    public let pairs: Int
    /// All links of the engine.
    public let engine: Evaluation
    /// Only its main links; nil for points, which are not told apart by strength.
    public let mainLinks: Evaluation?
    /// The baselines.
    public let baselines: [Baseline: Evaluation]

    /// Makes a measurement of one pair of texts.
    public init(
        name: String, kind: MeasuredKind, engine: Evaluation, mainLinks: Evaluation?,
        baselines: [Baseline: Evaluation]
    ) {
        self.name = name
        self.kind = kind
        pairs = 1
        self.engine = engine
        self.mainLinks = mainLinks
        self.baselines = baselines
    }

    fileprivate init(pooling members: [MeasuredLinks], name: String, kind: MeasuredKind) {
        self.name = name
        self.kind = kind
        pairs = members.count
        engine = Evaluation(pooling: members.map(\.engine))
        let ofMainLinks = members.compactMap(\.mainLinks)
        mainLinks = ofMainLinks.count == members.count ? Evaluation(pooling: ofMainLinks) : nil
        var baselines: [Baseline: Evaluation] = [:]
        for baseline in Baseline.allCases {
            let found = members.compactMap { $0.baselines[baseline] }
            if found.count == members.count { baselines[baseline] = Evaluation(pooling: found) }
        }
        self.baselines = baselines
    }
}

/// Parallel statutes measured.
public struct MeasuredStatutes: Sendable {
    /// One way of linking.
    public struct Method: Sendable {
        /// `engine`, `nearest`, `mutual`, or what else was measured.
        public let name: String
        /// All statutes pooled.
        public let counts: CounterpartCounts

        /// Makes a method's figures.
        public init(name: String, counts: CounterpartCounts) {
            self.name = name
            self.counts = counts
        }
    }

    /// Where they come from.
    public let name: String
    /// Statutes of the collection.
    public let collected: Int
    /// Statutes measured.
    public let laws: Int
    /// Whether only those were taken that training leaves out.
    public let heldOut: Bool
    /// Articles whose mark one of the two texts was not read with. They count as not found.
    public let unread: Int
    /// The engine first.
    public let methods: [Method]

    /// Makes a measurement.
    public init(name: String, collected: Int, laws: Int, heldOut: Bool, unread: Int, methods: [Method]) {
        self.name = name
        self.collected = collected
        self.laws = laws
        self.heldOut = heldOut
        self.unread = unread
        self.methods = methods
    }
}

/// Something given that was not measured.
public struct Unmeasured: Sendable, Hashable {
    /// The file or folder.
    public let name: String
    /// Why, in one sentence.
    public let reason: String

    /// Makes an entry.
    public init(name: String, reason: String) {
        self.name = name
        self.reason = reason
    }
}
