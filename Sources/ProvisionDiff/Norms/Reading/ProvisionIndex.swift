import RegulationModel

/// The provisions of one act by number, for resolving references.
struct ProvisionIndex: Sendable {
    private let byNumber: [ProvisionNumber: Provision]
    private let order: [EId]
    private let byId: [EId: Provision]

    init(_ regulation: Regulation) {
        var byNumber: [ProvisionNumber: Provision] = [:]
        var byId: [EId: Provision] = [:]
        for article in regulation.articles {
            if byNumber[article.number] == nil { byNumber[article.number] = article }
            byId[article.eId] = article
        }
        self.byNumber = byNumber
        self.byId = byId
        order = regulation.articles.map(\.eId)
    }

    /// The provision cited by numbers; without an article, in the article of `place`.
    func provision(article: ProvisionNumber?, paragraph: Int?, point: Int?, from place: EId) -> EId? {
        guard let top = article.map({ byNumber[$0] }) ?? byId[place.article] else { return nil }
        guard paragraph != nil || point != nil else { return top.eId }
        let paragraphs = top.children
        // 项 under a single paragraph is cited from its article.
        let at = paragraph ?? (paragraphs.count == 1 || article != nil ? 1 : self.paragraph(of: place))
        guard paragraphs.indices.contains(at - 1) else { return nil }
        guard let point else { return paragraphs[at - 1].eId }
        return paragraphs[at - 1].children.first { $0.number.ordinal == point }?.eId
    }

    /// 前款, 前条, 前项, seen from `place`.
    func back(_ back: ReferenceRules.Back, from place: EId) -> EId? {
        let article = place.article
        switch back {
        case .sameArticle: return byId[article]?.eId
        case .article:
            guard let at = order.firstIndex(of: article), at > 0 else { return nil }
            return order[at - 1]
        case .paragraph: return paragraph(at: paragraph(of: place) - 1, of: article)
        case .twoParagraphs: return paragraph(at: paragraph(of: place) - 2, of: article)
        case .point:
            let parent = byId[article]?.children.first { place.isInside($0.eId) }
            guard let points = parent?.children, let at = points.firstIndex(where: { place.isInside($0.eId) }), at > 0
            else { return nil }
            return points[at - 1].eId
        }
    }

    private func paragraph(of place: EId) -> Int {
        byId[place.article]?.children.first { place.isInside($0.eId) }?.number.ordinal ?? 1
    }

    private func paragraph(at position: Int, of article: EId) -> EId? {
        byId[article]?.children.first { $0.number.ordinal == position }?.eId
    }
}
