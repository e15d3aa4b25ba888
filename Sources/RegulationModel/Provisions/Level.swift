/// The rank of a provision in the hierarchy of a Chinese regulation (立法法 2023, art. 65).
///
/// Grouping levels (`part` … `section`) order an act but never identify a provision; articles run through them.
public enum Level: Int, Sendable, Comparable, CaseIterable {
    /// 编, and 分编 below it.
    case part, subpart
    /// 章
    case chapter
    /// 节, which restarts in each chapter; also a numbered section of an explainer.
    case section
    /// 条
    case article
    /// 款: a natural paragraph, without a number of its own.
    case paragraph
    /// 项
    case point
    /// 目
    case subpoint

    /// Order from the widest to the narrowest level.
    public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

    /// The short word this level has in an eId (Akoma Ntoso Naming Convention 1.0, §5).
    public var eIdWord: String {
        switch self {
        case .part: "part"
        case .subpart: "subpart"
        case .chapter: "chp"
        case .section: "sec"
        case .article: "art"
        case .paragraph: "para"
        case .point, .subpoint: "point"
        }
    }

    /// The English name.
    public var name: String {
        switch self {
        case .part: "part"
        case .subpart: "subpart"
        case .chapter: "chapter"
        case .section: "section"
        case .article: "article"
        case .paragraph: "paragraph"
        case .point: "point"
        case .subpoint: "subpoint"
        }
    }

    /// The Chinese name.
    public var chineseName: String {
        switch self {
        case .part: "编"
        case .subpart: "分编"
        case .chapter: "章"
        case .section: "节"
        case .article: "条"
        case .paragraph: "款"
        case .point: "项"
        case .subpoint: "目"
        }
    }
}
