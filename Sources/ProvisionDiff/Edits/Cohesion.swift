import RegulationModel

/// Which Chinese characters make words, told by how often they stand together in the two texts compared, and in statutes
/// at large (`StatuteWords`). There is no dictionary: a pair is taken for (part of) a word where one of its characters is
/// seldom seen without the other here.
struct Cohesion: Sendable {
    private var pairs: [UInt64: Int32] = [:]
    private var singles: [UInt32: Int32] = [:]

    /// A pair seen less often is chance.
    private static let fewestPairs: Int32 = 3
    /// Share of the rarer character's places at which the other stands beside it. From 0.5 to 0.9 the changed regions of
    /// the pairs of <doc:Differences> vary by 2 %.
    private static let share = (part: Int32(3), whole: Int32(5))

    /// Share of the other character's places: 和 stands behind 资源 often, and elsewhere far oftener.
    private static let leastShare: Int32 = 5

    /// Nothing is known: no characters are joined.
    init() {}

    /// Counts neighbours in the provisions of texts.
    init(of regulations: [Regulation]) {
        for regulation in regulations {
            for provision in regulation.provisions { count(FlowText(provision.allText, in: regulation.source)) }
        }
    }

    private mutating func count(_ flow: FlowText) {
        var before: Unicode.Scalar?
        for scalar in flow.scalars {
            guard scalar.isHan else {
                before = nil
                continue
            }
            singles[scalar.value, default: 0] += 1
            if let before { pairs[Self.pair(before.value, scalar.value), default: 0] += 1 }
            before = scalar
        }
    }

    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// True where two characters that follow each other are not to be parted.
    func joins(_ first: Token, _ second: Token) -> Bool {
        guard first.kind == .ideograph, second.kind == .ideograph else { return false }
        if !pairs.isEmpty, StatuteWords.hold(first.key, second.key) { return true }
        let count = pairs[Self.pair(first.key, second.key), default: 0]
        guard count >= Self.fewestPairs else { return false }
        let places = (singles[first.key, default: 0], singles[second.key, default: 0])
        return count * Self.share.whole >= min(places.0, places.1) * Self.share.part
            && count * Self.leastShare >= max(places.0, places.1)
    }
}
