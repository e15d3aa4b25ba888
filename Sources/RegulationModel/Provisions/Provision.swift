/// One provision 条文: an article, a paragraph, a point, a sub-point, or a numbered section of an explainer.
///
/// An article's text stands in its paragraphs; a paragraph's `text` is its introductory or only text (引语), then come
/// its points and, where there is one, the closing text after the list (`wrapUp`, 结语).
public struct Provision: Sendable {
    /// Rank of this provision.
    public let level: Level
    /// Machine address.
    public let eId: EId
    /// Normalised number; for a paragraph its position, for a point its position in the list.
    public let number: ProvisionNumber
    /// The mark as printed (`第十二条`, `Article 30.`, `Twenty-first`, `（三）`, `(two)`); nil for a paragraph, and for a
    /// point whose mark was lost.
    public let mark: ByteSpan?
    /// A heading of the provision, where it has one.
    public let heading: ByteSpan?
    /// All bytes of the provision with its mark and its children.
    public let span: ByteSpan
    /// The first piece of the own text; most texts have no other.
    package let firstText: ByteSpan?
    /// The further pieces.
    package let moreText: [ByteSpan]
    /// Paragraphs of an article, points of a paragraph, sub-points of a point.
    public let children: [Provision]
    /// Text after the list that belongs to it.
    public let wrapUp: ByteSpan?

    /// Makes a provision.
    public init(
        level: Level, eId: EId, number: ProvisionNumber, mark: ByteSpan?, heading: ByteSpan? = nil, span: ByteSpan,
        text: [ByteSpan] = [], children: [Provision] = [], wrapUp: ByteSpan? = nil
    ) {
        self.level = level
        self.eId = eId
        self.number = number
        self.mark = mark
        self.heading = heading
        self.span = span
        firstText = text.first
        moreText = text.count > 1 ? Array(text.dropFirst()) : []
        self.children = children
        self.wrapUp = wrapUp
    }

    /// Makes a provision of one piece of text at most.
    package init(
        level: Level, eId: EId, number: ProvisionNumber, mark: ByteSpan?, heading: ByteSpan? = nil, span: ByteSpan,
        onlyText: ByteSpan?, children: [Provision] = [], wrapUp: ByteSpan? = nil
    ) {
        self.level = level
        self.eId = eId
        self.number = number
        self.mark = mark
        self.heading = heading
        self.span = span
        firstText = onlyText
        moreText = []
        self.children = children
        self.wrapUp = wrapUp
    }

    /// The own text where it is in one piece.
    package var onlyText: ByteSpan? { moreText.isEmpty ? firstText : nil }

    /// Own text without mark and children, in pieces where lines were broken; empty for an article.
    public var text: [ByteSpan] {
        guard let firstText else { return [] }
        return moreText.isEmpty ? [firstText] : [firstText] + moreText
    }

    /// All spans of text in reading order, of this provision and those below it, without marks.
    public var allText: [ByteSpan] {
        text + children.flatMap(\.allText) + (wrapUp.map { [$0] } ?? [])
    }

    /// The provision at `eId`, this one or one below it.
    public func provision(at eId: EId) -> Provision? {
        if self.eId == eId { return self }
        for child in children where eId.isInside(child.eId) {
            if let found = child.provision(at: eId) { return found }
        }
        return nil
    }
}

/// A heading that groups articles: part, subpart, chapter or section.
public struct Grouping: Sendable {
    /// `.part`, `.subpart`, `.chapter` or `.section`.
    public let level: Level
    /// Machine address (`chp_2`, `chp_2__sec_1`).
    public let eId: EId
    /// Normalised number.
    public let number: ProvisionNumber
    /// The mark as printed (`第二章`, `Chapter II`).
    public let mark: ByteSpan
    /// The heading without its mark; empty where none is printed.
    public let heading: ByteSpan
    /// Mark and heading.
    public let span: ByteSpan
    /// Index of the grouping this one lies in, if any.
    public let parent: Int?
    /// Indices into `Regulation.articles` of the articles below it; empty where it holds none.
    public let articles: Range<Int>

    /// Makes a grouping.
    public init(
        level: Level, eId: EId, number: ProvisionNumber, mark: ByteSpan, heading: ByteSpan, span: ByteSpan,
        parent: Int?, articles: Range<Int>
    ) {
        self.level = level
        self.eId = eId
        self.number = number
        self.mark = mark
        self.heading = heading
        self.span = span
        self.parent = parent
        self.articles = articles
    }
}
