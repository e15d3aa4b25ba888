/// What the levels of an act are called in Chinese where it is cited.
///
/// The mainland and Taiwan swap two words: an unnumbered paragraph is 款 in the one and 項 in the other, a numbered point
/// 项 in the one and 款 in the other. Authority: 立法法 (2023) art. 65; 中央法規標準法 art. 8 (條、項、款、目).
public enum LevelNames: String, Sendable, CaseIterable {
    /// 第十二条第二款第三项第1目
    case mainland
    /// 第十二條第二款第三項第1目: a mainland order of names in traditional characters.
    case mainlandTraditional = "mainland-traditional"
    /// 第十二條第二項第三款第一目
    case taiwan
    /// 第十二条第二项第三款第一目: Taiwan's order of names in simplified characters.
    case taiwanSimplified = "taiwan-simplified"

    /// True where 目 is cited by a numeral in words (第一目); the mainland prints 1. and cites 第1目.
    var numbersSubpointsInWords: Bool {
        switch self {
        case .mainland, .mainlandTraditional: false
        case .taiwan, .taiwanSimplified: true
        }
    }

    /// The name of a level.
    public func name(of level: Level) -> String {
        switch (level, self) {
        case (.article, .mainland), (.article, .taiwanSimplified): "条"
        case (.article, _): "條"
        case (.paragraph, .mainland), (.paragraph, .mainlandTraditional): "款"
        case (.paragraph, .taiwan): "項"
        case (.paragraph, .taiwanSimplified): "项"
        case (.point, .mainland): "项"
        case (.point, .mainlandTraditional): "項"
        case (.point, .taiwan), (.point, .taiwanSimplified): "款"
        case (.part, .mainlandTraditional), (.part, .taiwan): "編"
        case (.subpart, .mainlandTraditional), (.subpart, .taiwan): "分編"
        case (.section, .mainlandTraditional), (.section, .taiwan): "節"
        case (.part, _), (.subpart, _), (.chapter, _), (.section, _), (.subpoint, _): level.chineseName
        }
    }
}
