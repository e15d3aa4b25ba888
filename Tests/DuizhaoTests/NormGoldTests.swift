import Duizhao
import ProvisionDiff
import Testing

/// The normative comparison measured on what a reader noted of Jiangsu and Lianyungang.
///
/// A row of the gold is found where a difference of its kind, not doubtful, stands at its pair of articles; two rows of
/// one kind at one pair need two differences. A doubtful row is found where its pair has a difference marked doubtful.
@Suite("Normative differences on gold") struct NormGoldTests {
    private struct Found {
        var certain: [String: Int] = [:]
        var doubtful: Set<String> = []
        var pairs: [String] = []
    }

    private static func found() throws -> Found {
        let corpus = try Checkout.corpus.get()
        let texts = try ["jiangsu", "lianyungang"].map { corpus.witnesses[try #require(corpus.index(of: $0))] }
        var found = Found()
        // What every format shows: the demands of provisions that are compared at once.
        for group in Comparison(texts, base: 0, corpus: corpus).differences(0, 1).groups where !group.isPart {
            for link in group.links {
                let pair = "\(link.base.text.dropFirst(4)) \(link.other.text.dropFirst(4))"
                found.pairs.append(pair)
                for difference in group.demands {
                    if difference.isDoubtful {
                        found.doubtful.insert(pair)
                    } else {
                        found.certain["\(pair) \(difference.kind.rawValue)", default: 0] += 1
                    }
                }
            }
        }
        return found
    }

    private func gold(_ name: String) throws -> [[String: String]] {
        Table(try Checkout.text("Corpus/Gold/\(name).jiangsu-lianyungang.tsv")).rows
    }

    @Test func nearlyAllDifferencesArePointedOut() throws {
        var left = try Self.found().certain
        let rows = try gold("differences")
        var missed: [String] = []
        for row in rows {
            let key = "\(row["base"] ?? "") \(row["other"] ?? "") \(row["kind"] ?? "")"
            if left[key, default: 0] > 0 { left[key, default: 0] -= 1 } else { missed.append(key) }
        }
        print("differences found: \(rows.count - missed.count) of \(rows.count); missed \(missed)")
        #expect(Double(rows.count - missed.count) >= 0.9 * Double(rows.count), "\(missed)")
    }

    @Test func doubtfulRowsAreMarked() throws {
        let found = try Self.found()
        let rows = try gold("differences.translation-doubtful")
        let missed = rows.map { "\($0["base"] ?? "") \($0["other"] ?? "")" }.filter { !found.doubtful.contains($0) }
        print("doubtful marked: \(rows.count - missed.count) of \(rows.count); missed \(missed)")
        #expect(Double(rows.count - missed.count) >= 0.7 * Double(rows.count), "\(missed)")
    }

    @Test func pairsWithoutDifferenceShowNone() throws {
        let found = try Self.found()
        let differing = Set(try gold("differences").map { "\($0["base"] ?? "") \($0["other"] ?? "")" })
        let equal = found.pairs.filter { !differing.contains($0) }
        let wrong = equal.filter { pair in found.certain.contains { $0.key.hasPrefix(pair + " ") } }
        print("equal pairs with a difference: \(wrong.count) of \(equal.count): \(wrong)")
        #expect(equal.count > 25)
        #expect(Double(wrong.count) <= 0.1 * Double(equal.count), "\(wrong)")
    }

    @Test func exchangingTheTextsMirrorsTheDifferences() throws {
        let corpus = try Checkout.corpus.get()
        let texts = try ["jiangsu", "lianyungang"].map { corpus.witnesses[try #require(corpus.index(of: $0))] }
        let comparison = Comparison(texts, base: 0, corpus: corpus)
        let there = comparison.differences(0, 1).groups.flatMap(\.demands)
        let back = comparison.differences(1, 0).groups.flatMap(\.demands).map(\.mirrored)
        #expect(Set(there) == Set(back))
        #expect(there.count == back.count)
    }
}
